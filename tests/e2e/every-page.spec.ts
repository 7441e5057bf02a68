import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { createStore, deleteStore, freshName } from "../support/stores";
import { expect, signIn, test } from "./app-fixture";

const outside = ["/sign-in", "/register", "/setup#x", "/join#x", "/new-password#x"];
const inside = [
  "/",
  "/stores/new",
  "/insights",
  "/account",
  "/account/sessions",
  "/account/tokens",
  "/accounts",
  "/accounts/invitations",
  "/plans",
  "/audit",
  "/cluster",
  "/nowhere",
];
const ofAStore = ["", "/activity", "/logs", "/settings", "/kubernetes"];
const widths = [390, 1440];

/** Nothing that keeps somebody from using the page, in light and dark; nothing that sticks out of a phone. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/Storeyard/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const found = serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect(found, `${path} in ${colorScheme} at ${width} px`).toEqual([]);
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sticksOut, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
}

test("the pages for who is not signed in can be used by everybody", async ({ page }) => {
  for (const path of outside) await test.step(path, () => look(page, path));
});

test("the list of stores needs at most 180 kB of scripts before it works", async ({ signedIn: page }) => {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto("/");
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(180 * 1024);
});

test("the pages for who is signed in can be used by everybody", async ({ page, app }) => {
  test.slow();
  const name = freshName("page");
  await createStore(app, name);
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  for (const path of [...inside, ...ofAStore.map((tab) => `/stores/${name}${tab}`)]) {
    await test.step(path, () => look(page, path));
  }
  await deleteStore(app, name);
});
