import type { Browser, Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { request } from "@/tests/support/api-client";
import type { TestApp } from "@/tests/support/start-app";
import { rememberToasts } from "./toasts";
import { untilLive, visit } from "./visit";

export const theirPassword = "teapots and kettles";

/** Lets somebody in by an invitation of the admin's token, in a browser of their own; answers its page. */
export async function inviteAndJoin(
  browser: Browser,
  app: Pick<TestApp, "origin" | "token">,
  email: string,
  role: "member" | "admin" = "member",
): Promise<Page> {
  const invited = await request<{ link: string }>(app, "POST", "/api/invitations", { email, role });
  expect(invited.status).toBe(201);
  return join(browser, app, invited.body.link);
}

/** Opens an invitation in a browser of its own, chooses a password and is in. */
export async function join(browser: Browser, app: Pick<TestApp, "origin">, link: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.origin });
  await rememberToasts(context);
  const page = await context.newPage();
  await visit(page, link);
  await page.getByLabel("Password", { exact: true }).fill(theirPassword);
  await page.getByRole("button", { name: "Create your account" }).click();
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  await untilLive(page);
  return page;
}

/** The control with this label, and the message that belongs to it. */
export async function expectErrorAt(control: Locator, message: string | RegExp): Promise<void> {
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await expect(control).toHaveAccessibleDescription(message);
  await expect(control).toBeFocused();
}
