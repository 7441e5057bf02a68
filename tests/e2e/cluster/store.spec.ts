import { expect } from "@playwright/test";
import { freshName } from "@/tests/support/stores";
import { test } from "../support/cluster-fixture";
import { inviteAndJoin } from "../support/people";
import { expectState, headOf, patient } from "../support/store-page";
import { visitAgain } from "../support/visit";

test("a store is created, becomes ready, is opened and is deleted", async ({ app, browser, shoot, look }) => {
  const name = freshName("browser");
  // Somebody new, whose yard is empty whatever the other tests still have.
  const page = await inviteAndJoin(browser, app, "nell@example.com");
  let loads = 0;
  page.on("load", () => loads++);

  await test.step("see the empty list", async () => {
    await expect(page.getByRole("heading", { name: "Create your first store" })).toBeVisible();
    await look(page, "no-stores");
  });

  await test.step("create it", async () => {
    await page.getByRole("link", { name: "Create a store" }).click();
    const field = page.getByRole("form", { name: "New store" }).getByLabel("Name");
    await field.fill("Admin");
    await field.blur();
    await expect(field).toHaveAccessibleDescription("This name is reserved. Choose another one.");
    await field.fill(name);
    // WordPress without a shop where the images have no WooCommerce.
    const shop = page.locator("label").filter({ hasText: "WooCommerce" });
    const isOffered = await shop.getByRole("radio").isEnabled();
    await (isOffered ? shop : page.locator("label").filter({ hasText: "WordPress site" })).click();
    await page.getByLabel("Title").fill("The Teapot Shop");
    await shoot(page, "new-store");
    await page.getByRole("button", { name: "Create store" }).click();
    await expect(page).toHaveURL(`/stores/${name}`);
  });

  await test.step("watch it become ready without a reload", async () => {
    const before = loads;
    await expect(headOf(page, "The Teapot Shop")).toBeVisible();
    await shoot(page, "store-creating");
    await expectState(page, "The Teapot Shop", "Ready");
    expect(loads).toBe(before);
    await expect(page.getByLabel("Components").getByText("Database")).toBeVisible();
    await expect(page.getByText("No component is running.")).toHaveCount(0);
    await shoot(page, "store-ready");
  });

  await test.step("see its usage, or why the usage is unavailable", async () => {
    const use = page.getByLabel("Resource usage");
    const memory = use.getByText(/^\d[\d.]* (MB|GB) of \d[\d.]* GB$/);
    const gap = use.getByText("This cluster does not measure CPU and memory.");
    await expect(memory.or(gap).first()).toBeVisible({ timeout: 90_000 });
    await expect(use.getByText(/^0 of/)).toHaveCount(0);
  });

  await test.step("see that a disk is nearly full, and which values are unavailable", async () => {
    const use = page.getByLabel("Resource usage");
    const usage = {
      cpu: { used: 0.12, most: 4, bound: "plan", quota: 4 },
      memory: { used: 2 ** 29, most: 2 ** 31, bound: "containers", quota: 2 ** 32 },
      disks: [
        { component: "shop", used: 2 ** 29, most: 2 ** 31 },
        { component: "database", used: 0.97 * 2 ** 30, most: 2 ** 30 },
      ],
      tight: [{ of: "disk", component: "database", share: 0.97 }],
      measuredAt: new Date().toISOString(),
      gaps: [],
    };
    await page.route("**/usage", (route) => route.fulfill({ json: usage }));
    await visitAgain(page);
    await expect(use.getByText("0.12 of 4 cores")).toBeVisible();
    await expect(use.getByText("512 MB of 2 GB")).toHaveCount(2);
    await expect(use.getByText(/The plan allows 4 GB of memory/)).toBeVisible();
    await expect(use.getByText(/^The database disk is 97 % full\. Delete/)).toBeVisible();

    const message = "This cluster does not measure CPU and memory.";
    const gap = { of: ["cpu", "memory", "disk"], reason: "not_measured", message, next: "Install it." };
    const nothing = { ...usage, cpu: null, memory: null, disks: [], tight: [], gaps: [gap] };
    await page.unroute("**/usage");
    await page.route("**/usage", (route) => route.fulfill({ json: nothing }));
    await visitAgain(page);
    await expect(use.getByText(`${message} Install it.`)).toBeVisible();
    await expect(use.getByText(/ of /)).toHaveCount(0);
    await page.unroute("**/usage");
    await visitAgain(page);
  });

  await test.step("see the admin password once", async () => {
    await page.getByRole("button", { name: "Show password" }).click();
    await expect(
      page.getByText("Save it now. It is not shown again after you leave this page."),
    ).toBeVisible();
    await look(page, "store-password");
    await visitAgain(page);
    await expect(page.getByText("The generated password has been shown.")).toBeVisible();
  });

  await test.step("open the shop", async () => {
    const opened = page.waitForEvent("popup");
    await page.getByRole("link", { name: /^Open (shop|site)$/ }).click();
    const shop = await opened;
    await expect(shop).toHaveTitle(/The Teapot Shop/);
    await shoot(shop, "shop");
    await shop.close();
  });

  await test.step("sign in to its admin pages with one click", async () => {
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Sign in to wp-admin" }).click();
    const admin = await opened;
    await expect(admin).toHaveURL(/\/wp-admin\//);
    await expect(admin).toHaveTitle(/Dashboard/);
    await admin.close();
  });

  await test.step("read its log", async () => {
    await page.getByRole("link", { name: "Logs" }).click();
    await expect(page.getByText("Set-up done").first()).toBeVisible();
  });

  await test.step("find it in the list", async () => {
    await page.getByRole("link", { name: "Storeyard: all stores" }).click();
    await expect(page.getByRole("link", { name: "The Teapot Shop", exact: true })).toBeVisible();
    await shoot(page, "stores");
    await page.getByRole("link", { name: "The Teapot Shop", exact: true }).click();
  });

  await test.step("delete it", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Delete store…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Delete store" })).toBeDisabled();
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await look(page, "delete-store");
    await dialog.getByRole("button", { name: "Delete store" }).click();
    await expect(dialog).toBeHidden();
    await shoot(page, "store-deleting");
    await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
    await look(page, "store-deleted");
    await page.getByRole("link", { name: "Back to your stores" }).click();
    await expect(page.getByRole("heading", { name: "Create your first store" })).toBeVisible();
  });
  await page.context().close();
});
