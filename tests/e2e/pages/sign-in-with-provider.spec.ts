import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { request } from "@/tests/support/api-client";
import { startApp, type TestApp } from "@/tests/support/start-app";
import { type OidcProvider, startOidcProvider } from "@/tests/support/start-oidc-provider";
import { test } from "../support/pages-fixture";
import { untilLive, visit } from "../support/visit";

let provider: OidcProvider;
let app: TestApp;

test.beforeAll(async ({ app: shared }) => {
  provider = await startOidcProvider();
  app = await startApp({
    installation: shared.installation,
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "Example ID",
    },
  });
  provider.redirectUri = `${app.origin}/api/auth/callback/oidc`;
});

test.afterAll(async () => {
  await app?.close();
  await provider?.close();
});

/** The provider leads back here each time, to a page that has to load its scripts again. */
async function continueThere(page: Page): Promise<void> {
  await untilLive(page);
  await page.getByRole("button", { name: "Continue with Example ID" }).click();
}

test("a user of a provider can sign in with an invitation, and sees the reason without one", async ({
  page,
}) => {
  provider.who = { subject: "1", email: "ann@example.com", emailVerified: true };
  await test.step("without an invitation the sign-in is refused", async () => {
    await visit(page, `${app.origin}/sign-in`);
    await continueThere(page);
    await expect(page.getByText("There is no invitation for your e-mail address.")).toBeVisible();
  });

  const invited = await request(app, "POST", "/api/invitations", {
    email: "ann@example.com",
    role: "member",
  });
  expect(invited.status).toBe(201);

  await test.step("with an unverified address the sign-in is refused", async () => {
    provider.who = { ...provider.who, emailVerified: false };
    await continueThere(page);
    await expect(page.getByText("The provider has not verified your e-mail address.")).toBeVisible();
  });

  await test.step("with an invitation and a verified address the sign-in succeeds", async () => {
    provider.who = { ...provider.who, emailVerified: true };
    await continueThere(page);
    await expect(page.getByRole("heading", { name: "Create your first store" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Account menu of ann@example.com" })).toBeVisible();
  });

  await test.step("a disabled user is signed out of an open page immediately", async () => {
    const { body } = await request<{ users: { id: string }[] }>(app, "GET", "/api/users?q=ann@example.com");
    const changed = await request(app, "PATCH", `/api/users/${body.users[0]?.id}`, { disabled: true });
    expect(changed.status).toBe(200);
    await expect(page).toHaveURL(/\/sign-in/);
    await continueThere(page);
    await expect(page.getByText("This account is disabled.")).toBeVisible();
  });
});
