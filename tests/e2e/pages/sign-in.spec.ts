import { expect } from "@playwright/test";
import { adminEmail, adminPassword } from "@/tests/support/start-app";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";
import { untilLive } from "../support/visit";

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

for (const address of ["/?phase=failed&q=tea+pots", "/audit?actor=ann%40example.com&result=refused"]) {
  test(`signing in leads back to ${address}`, async ({ page }) => {
    await page.goto(address);
    await expect(page).toHaveURL(/\/sign-in/);
    await untilLive(page);
    await page.getByLabel("E-mail").fill(adminEmail);
    await page.getByLabel("Password", { exact: true }).fill(adminPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(address);
  });
}

test("a session that has ended leads back to the page of the link", async ({ signedIn: page }) => {
  await page.goto("/?phase=failed");
  await untilLive(page);
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Insights" }).click();
  await expect(page).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent("/insights")}`);
});
