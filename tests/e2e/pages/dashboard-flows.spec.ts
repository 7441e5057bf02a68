import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { freshName } from "@/tests/support/stores";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";
import { createSite, expectState, patient } from "../support/store-page";
import { visit } from "../support/visit";

/** Presses Tab until the control has the focus, as users without a mouse do. */
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

async function find(page: Page, typed: string, option: string | RegExp) {
  const input = page.getByRole("combobox", { name: "Stores, pages and actions" });
  // A page that is shown is not live yet: until it is, nobody hears the key.
  await expect(async () => {
    if (!(await input.isVisible())) await page.keyboard.press("Control+k");
    await expect(input).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await input.pressSequentially(typed);
  // Stores that are found come into the list by and by: Enter takes the one that is marked.
  const wanted = page.getByRole("option", { name: option }).first();
  await expect(wanted).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
}

test("a store is created, inspected and deleted with the keyboard", async ({ signedIn: page }) => {
  const name = freshName("keys");
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  await test.step("create it", async () => {
    await find(page, "new store", "New store");
    await expect(page.getByRole("heading", { name: "New store" })).toBeVisible();
    await tabTo(page, "Name", "textbox");
    await page.keyboard.type(name);
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(/Available$/);
    await chooseByKeys(page);
    await page.keyboard.press("Enter");
    await expectState(page, name, "Ready");
  });
  await test.step("read its log", async () => {
    await find(page, "logs", "Logs");
    await expect(page.getByText("Set-up done").first()).toBeVisible();
    await tabTo(page, "Search the log", "searchbox");
    await page.keyboard.type("SET-UP");
    await expect(page.getByRole("status").filter({ hasText: /^1 of 1$/ })).toBeVisible();
    await expect(page.locator("mark")).toHaveText("Set-up");
  });
  await test.step("delete it", async () => {
    await find(page, "settings", /^Settings/);
    await expect(page.getByText("Delete this store")).toBeVisible();
    await tabTo(page, "Delete store…");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByLabel(`Type ${name} to confirm`)).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeFocused(patient);
  });
});

test("a taken name is reported while the user types", async ({ signedIn: page }) => {
  const name = freshName("taken");
  const field = page.getByRole("form", { name: "New store" }).getByLabel("Name");
  await visit(page, "/stores/new");
  await field.fill(name);
  await expect(field).toHaveAccessibleDescription(/Available$/);
  await createSite(page, name);
  await visit(page, "/stores/new");
  await field.fill(name);
  await expect(field).toHaveAccessibleDescription(`The name “${name}” is taken. Choose another one.`);
  await page.request.delete(`/api/stores/${name}`, { headers: { origin: new URL(page.url()).origin } });
});

test("two browsers that show the same store show the same state", async ({ signedIn: page, browser }) => {
  const name = freshName("two");
  const origin = new URL(page.url()).origin;
  const context = await browser.newContext({ baseURL: origin });
  const other = await context.newPage();
  await signIn(other);
  await expect(other.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();

  await visit(page, "/stores/new");
  await createSite(page, name);

  await test.step("the list in the other browser shows it without a reload", async () => {
    const row = other.getByRole("main").getByRole("listitem").filter({ hasText: name });
    await expect(row.getByText("Ready", { exact: true })).toBeVisible(patient);
    await row.getByRole("link", { name, exact: true }).click();
    await expect(other.getByRole("heading", { level: 1, name })).toBeVisible();
  });
  await test.step("a deleted store disappears in the other browser, on every tab", async () => {
    await other.getByRole("link", { name: "Logs" }).click();
    await expect(other.getByText("Set-up done").first()).toBeVisible();
    await page.request.delete(`/api/stores/${name}`, { headers: { origin } });
    for (const each of [page, other]) {
      await expect(each.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
    }
  });
  await context.close();
});
