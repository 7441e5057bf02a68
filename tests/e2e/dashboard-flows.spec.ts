import type { Page } from "@playwright/test";
import { startCuttableProxy } from "../support/cuttable-proxy";
import { freshName } from "../support/stores";
import { expect, signIn, test } from "./app-fixture";

const patient = { timeout: 120_000 };

/** Presses Tab until the focus is where it is wanted: whoever has no mouse gets there too. */
async function tabTo(page: Page, name: string | RegExp, role: "button" | "searchbox" | "textbox" = "button") {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to the ${role} ${name}.`);
}

const site = (page: Page) => page.getByRole("radio", { name: /WordPress site/ });

/** From the name on to the types, of which the arrows choose. */
async function chooseByKeys(page: Page) {
  await page.keyboard.press("Tab");
  for (let presses = 0; presses < 6 && !(await site(page).isChecked()); presses++) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(site(page)).toBeChecked();
}

/** Fills the form in and sends it; a site is what every installation can make, and fast. */
async function create(page: Page, name: string) {
  await page.getByLabel("Name").fill(name);
  await page.getByText("WordPress site").first().click();
  await page.getByRole("button", { name: "Create store" }).click();
}

async function find(page: Page, typed: string, option: string | RegExp) {
  const input = page.getByRole("combobox", { name: "Stores, pages and actions" });
  // A page that is shown is not live yet: until it is, nobody hears the key.
  await expect(async () => {
    if (!(await input.isVisible())) await page.keyboard.press("Control+k");
    await expect(input).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await input.pressSequentially(typed);
  await expect(page.getByRole("option", { name: option }).first()).toBeVisible();
  await page.keyboard.press("Enter");
}

test("a store is created, looked into and deleted with the keyboard alone", async ({ signedIn: page }) => {
  const name = freshName("keys");
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  await test.step("create it", async () => {
    await find(page, "new store", "New store");
    await expect(page.getByRole("heading", { name: "New store" })).toBeVisible();
    await tabTo(page, "Name", "textbox");
    await page.keyboard.type(name);
    await expect(page.getByText("Free", { exact: true })).toBeVisible();
    await chooseByKeys(page);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Ready", { exact: true }).first()).toBeVisible(patient);
    await expect(page).toHaveTitle(`${name}: Ready · Storeyard`);
  });
  await test.step("read its log", async () => {
    await find(page, "logs", "Logs");
    await expect(page.getByText("Set-up done").first()).toBeVisible();
    await tabTo(page, "Search in the log", "searchbox");
    await page.keyboard.type("SET-UP");
    await expect(page.getByText("1 of 1")).toBeVisible();
    await expect(page.locator("mark")).toHaveText("Set-up");
  });
  await test.step("delete it", async () => {
    await find(page, "settings", /^Settings/);
    await expect(page.getByText("Delete this store")).toBeVisible();
    await tabTo(page, "Delete store…");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeFocused(patient);
  });
});

test("a name that is taken is said so while it is typed", async ({ signedIn: page }) => {
  const name = freshName("taken");
  await page.goto("/stores/new");
  await page.getByLabel("Name").fill(name);
  await expect(page.getByText("Free", { exact: true })).toBeVisible();
  await create(page, name);
  await expect(page).toHaveURL(`/stores/${name}`);
  await page.goto("/stores/new");
  await page.getByLabel("Name").fill(name);
  await expect(page.getByText(`The name “${name}” is taken. Choose another one.`)).toBeVisible();
  await page.request.delete(`/api/stores/${name}`, { headers: { origin: new URL(page.url()).origin } });
});

test("a connection that is lost during a create is told, and nothing is missed", async ({ browser, app }) => {
  const { hostname: host, port } = new URL(app.origin);
  const proxy = await startCuttableProxy({ host, port: Number(port) });
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${proxy.port}` });
  const page = await context.newPage();
  const name = freshName("cut");
  try {
    await signIn(page);
    await page.getByRole("link", { name: "New store" }).first().click();
    await create(page, name);
    await expect(page.getByText("Creating").first()).toBeVisible();
    let loads = 0;
    page.on("load", () => loads++);
    proxy.cut();
    await expect(page.getByText("Reconnecting…").first()).toBeVisible();
    proxy.restore();
    await expect(page.getByText("Reconnecting…")).toHaveCount(0);
    await expect(page.getByText("Ready", { exact: true }).first()).toBeVisible(patient);
    for (const step of ["Get the disks", "Start the database", "Start the shop", "Place a test order"]) {
      await expect(page.getByRole("listitem").filter({ hasText: step })).toContainText("Done");
    }
    expect(loads).toBe(0);
    await page.request.delete(`/api/stores/${name}`, { headers: { origin: new URL(page.url()).origin } });
    await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
  } finally {
    await context.close();
    await proxy.close();
  }
});

test("two who watch the same store see the same, and one click leads into its admin pages", async ({
  signedIn: page,
  browser,
}) => {
  const name = freshName("two");
  const origin = new URL(page.url()).origin;
  const context = await browser.newContext({ baseURL: origin });
  const other = await context.newPage();
  await signIn(other);
  await expect(other.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();

  await page.goto("/stores/new");
  await create(page, name);

  await test.step("the list of the other shows it by itself", async () => {
    const row = other.getByRole("listitem").filter({ hasText: name });
    await expect(row).toBeVisible();
    await expect(row.getByText("Ready")).toBeVisible(patient);
    await row.getByRole("link", { name, exact: true }).click();
    await expect(other.getByRole("heading", { level: 1, name })).toBeVisible();
  });
  await test.step("one click signs in", async () => {
    const opened = other.waitForEvent("popup");
    await other.getByRole("button", { name: "Sign in to wp-admin" }).click();
    const admin = await opened;
    await expect(admin).toHaveURL(/\/wp-admin\//);
    await expect(admin).toHaveTitle(/Dashboard/);
    await admin.close();
  });
  await test.step("what one deletes is gone for the other, on whichever tab", async () => {
    await other.getByRole("link", { name: "Logs" }).click();
    await expect(other.getByText("Set-up done").first()).toBeVisible();
    await page.request.delete(`/api/stores/${name}`, { headers: { origin } });
    for (const each of [page, other]) {
      await expect(each.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
    }
  });
  await context.close();
});
