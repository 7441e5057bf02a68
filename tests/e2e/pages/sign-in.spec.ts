import { expect } from "@playwright/test";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";

test("a wrong password is refused with a message", async ({ page, look }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await look(page, "sign-in");
  await signIn(page, "a wrong password");
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a page without JavaScript does not send the password", async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("ann@example.com");
  await page.getByLabel("Password", { exact: true }).fill("teapots and kettles");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.getByLabel("Password", { exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
  expect(requests).toEqual([]);
  await expect(page).toHaveURL("/sign-in");
  await context.close();
});
