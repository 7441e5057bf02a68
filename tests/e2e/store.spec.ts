import { freshName } from "../support/stores";
import { expect, signIn, test } from "./app-fixture";

test("a wrong password is refused in a sentence", async ({ page, shoot }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await shoot(page, "sign-in");
  await signIn(page, "a wrong password");
  await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a store: create it, watch it become ready, open it, delete it", async ({ signedIn: page, shoot }) => {
  const name = freshName("browser");
  let loads = 0;
  page.on("load", () => loads++);

  await test.step("sign in and see an empty yard", async () => {
    await expect(page.getByRole("heading", { name: "Open your first store" })).toBeVisible();
    await shoot(page, "no-stores");
  });

  await test.step("create it", async () => {
    await page.getByRole("link", { name: "Create a store" }).click();
    await page.getByLabel("Name").fill("Admin");
    await page.getByLabel("Name").blur();
    await expect(page.getByText("This name is reserved. Choose another one.")).toBeVisible();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Title").fill("The Teapot Shop");
    await shoot(page, "new-store");
    await page.getByRole("button", { name: "Create store" }).click();
    await expect(page).toHaveURL(`/stores/${name}`);
  });

  await test.step("watch it become ready without a reload", async () => {
    const before = loads;
    await expect(page.getByText("Creating").first()).toBeVisible();
    await shoot(page, "store-creating");
    await expect(page.getByText("Ready", { exact: true }).first()).toBeVisible({ timeout: 120_000 });
    expect(loads).toBe(before);
    await expect(page.getByLabel("Parts of the store").getByText("Database")).toBeVisible();
    await expect(page.getByText("Nothing of it runs.")).toHaveCount(0);
    await shoot(page, "store-ready");
  });

  await test.step("see the admin password once", async () => {
    await page.getByRole("button", { name: "Show the password" }).click();
    await expect(
      page.getByText("Keep it now: once you leave this page it is not shown again."),
    ).toBeVisible();
    await shoot(page, "store-password");
    await page.reload();
    await expect(page.getByText("The generated password was shown already.")).toBeVisible();
  });

  await test.step("open the shop", async () => {
    const opened = page.waitForEvent("popup");
    await page.getByRole("link", { name: "Open shop" }).click();
    const shop = await opened;
    await expect(shop).toHaveTitle(/The Teapot Shop/);
    await shoot(shop, "shop");
    await shop.close();
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
    await shoot(page, "delete-store");
    await dialog.getByRole("button", { name: "Delete store" }).click();
    await expect(page.getByText("Deleting").first()).toBeVisible();
    await shoot(page, "store-deleting");
    await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeVisible({ timeout: 60_000 });
    await shoot(page, "store-deleted");
    await page.getByRole("link", { name: "Back to your stores" }).click();
    await expect(page.getByRole("heading", { name: "Open your first store" })).toBeVisible();
  });
});
