import { expect, test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { adminEmail, adminPassword } from "@/tests/support/start-app";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { showLog } from "../support/show-log";
import { visit } from "../support/visit";

const count = 5_000;

let app: LoneApp;
test.beforeAll(async () => {
  app = await startAppAlone();
  seedStores(app.databaseFile, 1);
});
test.afterAll(() => app.close());

test(`a log of ${count} lines is drawn as a whole and can be searched`, async ({ page }) => {
  await visit(page, `${app.origin}/sign-in`);
  await page.getByLabel("E-mail").fill(adminEmail);
  await page.getByLabel("Password", { exact: true }).fill(adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  await showLog(page, app.origin, count);
  await expect(page.locator("[data-number]")).toHaveCount(count);
  // What is out of sight takes its place all the same: the scrollbar tells how long the log is, and nothing jumps.
  const log = page.getByRole("region", { name: "Log of the shop" });
  expect(await log.evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThanOrEqual(count * 20);
  await expect(page.getByRole("main").getByText("Reconnecting…")).toBeVisible();

  await page.getByRole("searchbox", { name: "Search the log" }).fill("NEEDLE");
  await expect(page.getByText("50 of 50")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 50")).toBeVisible();
  await expect(page.getByText("a needle, 7", { exact: false }).first()).toBeInViewport();
  await expect(page.getByRole("button", { name: "Go to newest line" })).toBeVisible();
});
