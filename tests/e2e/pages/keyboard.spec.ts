import { expect, type Page, test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { request } from "@/tests/support/api-client";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { inviteAndJoin } from "../support/people";
import { visit } from "../support/visit";

let app: LoneApp;
let page: Page;

test.beforeAll(async ({ browser }) => {
  app = await startAppAlone();
  seedStores(app.databaseFile, 6);
  await (await inviteAndJoin(browser, app, "bob@example.com")).context().close();
  await request(app, "POST", "/api/stores/store-1/members", { email: "bob@example.com", role: "viewer" });
  page = await inviteAndJoin(browser, app, "root@example.com", "admin");
});
test.afterAll(async () => {
  await page?.context().close();
  await app?.close();
});

const press = (key: string) => page.keyboard.press(key);
const menuOfBob = () => page.getByRole("button", { name: "Actions for bob@example.com" });
const typed = () => page.getByRole("combobox", { name: "Stores, pages and actions" });

test("the palette keeps text that is typed before it opens, opens pages, and returns the focus", async () => {
  await visit(page, "/");
  await press("Control+k");
  await page.keyboard.type("insig");
  await expect(typed()).toHaveValue("insig");
  await expect(page.getByRole("option", { name: "Insights" })).toHaveAttribute("aria-selected", "true");
  await press("Tab");
  await expect(typed()).toBeFocused();
  await press("Enter");
  await expect(page).toHaveURL(/\/insights$/);

  const account = page.getByRole("button", { name: "Account menu of root@example.com" });
  await account.focus();
  await press("Enter");
  await expect(page.getByRole("menuitem", { name: "Account settings" })).toBeFocused();
  await press("Control+k");
  await expect(typed()).toBeFocused();
  await press("Escape");
  await expect(account).toBeFocused();
});

test("a menu opens at its first entry with an arrow key or Enter, also before its code has loaded", async () => {
  for (const key of ["ArrowDown", "Enter"]) {
    await visit(page, "/stores/store-1/settings");
    await menuOfBob().focus();
    await press(key);
    await expect(page.getByRole("menuitem", { name: "Make manager" })).toBeFocused();
    await press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Remove…" })).toBeFocused();
    await press("Escape");
    await expect(menuOfBob()).toBeFocused();
  }
});

test("a dialog is cancelled, then confirmed, and the change is undone with the keyboard", async () => {
  await visit(page, "/stores/store-1/settings");
  const ask = async () => {
    await menuOfBob().focus();
    await press("Enter");
    await expect(page.getByRole("menuitem", { name: "Make manager" })).toBeFocused();
    await press("End");
    // The focus follows the key in a moment of its own.
    await expect(page.getByRole("menuitem", { name: "Remove…" })).toBeFocused();
    await press("Enter");
    await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  };
  await ask();
  await press("Control+k");
  await expect(typed()).toBeHidden();
  await press("Enter");
  await expect(menuOfBob()).toBeFocused();

  await ask();
  await press("Tab");
  await press("Enter");
  await expect(menuOfBob()).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();

  const undo = page.getByRole("region", { name: /^Notifications/ }).getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await press("Alt+t");
  await press("Tab");
  await press("Tab");
  await expect(undo).toBeFocused();
  await press("Enter");
  await expect(menuOfBob()).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

test("a radio group is focused at its selected option, and Enter does not delete before the name is typed", async () => {
  await visit(page, "/stores/store-1/settings");
  const change = page.getByRole("button", { name: "Change plan…" });
  await change.focus();
  await press("Enter");
  await expect(page.getByRole("radio", { name: "Standard" })).toBeFocused();
  await press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Large" })).toBeChecked();
  await press("Escape");
  await expect(change).toBeFocused();

  const remove = page.getByRole("button", { name: "Delete store…" });
  await remove.focus();
  await press("Enter");
  await expect(page.getByLabel("Type store-1 to confirm")).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Escape");
  await expect(remove).toBeFocused();
});
