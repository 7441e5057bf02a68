import { expect } from "@playwright/test";
import { lookAt } from "../support/look-at";
import { test } from "../support/pages-fixture";
import { expectErrorAt, inviteAndJoin, theirPassword } from "../support/people";
import { signIn } from "../support/signed-in-fixture";
import { visit, visitAgain } from "../support/visit";

test("an API token is created, shown once, used and revoked", async ({ app, browser, look }) => {
  const page = await inviteAndJoin(browser, app, "tess@example.com");
  await visit(page, "/account/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expectErrorAt(dialog.getByLabel("Name"), /Enter a name for the token/);
  await dialog.getByLabel("Name").fill("nightly report");
  // A member's token can't be an admin's.
  await expect(dialog.getByRole("radio")).toHaveCount(2);
  await look(page, "new-token");
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByText("Copy this token now. It is not shown again.")).toBeVisible();
  const secret = await dialog.locator("code").innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "New token" })).toBeFocused();

  const ask = () =>
    fetch(`${app.origin}/api/me`, { headers: { authorization: `Bearer ${secret}` } }).then(
      ({ status }) => status,
    );
  expect(await ask()).toBe(200);
  await visitAgain(page);
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "nightly report" });
  await expect(row).toContainText(/used (just now|\d+min ago)/);
  await expect(page.getByText(secret)).toBeHidden();
  await look(page, "tokens");
  await row.getByRole("button", { name: "Revoke nightly report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByText("No tokens yet")).toBeVisible();
  // The page shows it before the server has answered.
  await expect.poll(ask).toBe(401);
});

test("the list of sessions marks this browser, and another browser is signed out", async ({
  app,
  browser,
  look,
}) => {
  const page = await inviteAndJoin(browser, app, "sue@example.com");
  const other = await (await browser.newContext({ baseURL: app.origin })).newPage();
  await signIn(other, theirPassword, "sue@example.com");
  await expect(other.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();

  await visit(page, "/account/sessions");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "This browser" })).toHaveCount(
    1,
  );
  await expect(page.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(1);
  await look(page, "sessions");
  await page.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(page.getByRole("button", { name: /^Sign out Chrome/ })).toHaveCount(0);
  // Its stream is cut, and with it the page.
  await expect(other).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("the password is changed with errors shown at their fields, and the account is deleted", async ({
  app,
  browser,
  look,
}) => {
  const page = await inviteAndJoin(browser, app, "pat@example.com");
  await page.getByRole("button", { name: "Account menu of pat@example.com" }).click();
  await expect(page.getByRole("menuitem", { name: "Account settings" })).toBeVisible();
  await lookAt(page, "account menu");
  await page.getByRole("menuitem", { name: "Account settings" }).click();
  const current = page.getByLabel("Current password");
  const next = page.getByLabel("New password");
  const change = page.getByRole("button", { name: "Change password" });
  await current.fill("something else");
  await next.fill("short");
  await change.click();
  await expectErrorAt(next, /at least 10 characters/);
  await next.fill("cups and saucers too");
  await change.click();
  await expectErrorAt(current, "This is not your current password.");
  await look(page, "profile");
  await current.fill(theirPassword);
  await change.click();
  // It is taken once the fields are empty again; that it holds is seen below.
  await expect(current).toHaveValue("");

  await page.getByRole("button", { name: "Delete account…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Delete account" })).toBeDisabled();
  await lookAt(page, "delete account");
  await dialog.getByLabel("Type pat@example.com to confirm").fill("pat@example.com");
  await dialog.getByLabel("Password", { exact: true }).fill("cups and saucers too");
  await dialog.getByRole("button", { name: "Delete account" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, "cups and saucers too", "pat@example.com");
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
});
