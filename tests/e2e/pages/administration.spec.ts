import { expect } from "@playwright/test";
import { deleteStore, freshName } from "@/tests/support/stores";
import { testOnOwnApp as test } from "../support/pages-fixture";
import { expectErrorAt, inviteAndJoin } from "../support/people";
import { signIn } from "../support/signed-in-fixture";
import { visit } from "../support/visit";

test("an admin finds an account, creates a password link, disables it and deletes it", async ({
  signedIn: admin,
  app,
  browser,
  look,
}) => {
  const dora = await inviteAndJoin(browser, app, "dora@example.com");
  await visit(admin, "/accounts");
  await look(admin, "accounts");
  await admin.getByRole("searchbox", { name: "Search by e-mail" }).fill("DORA");
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\?q=DORA$/);
  await expect(admin.getByRole("heading", { level: 2 })).toHaveText(["dora@example.com"]);
  const menu = admin.getByRole("button", { name: "Actions for dora@example.com" });

  await test.step("create a link for a new password, which is shown once", async () => {
    await menu.click();
    await admin.getByRole("menuitem", { name: "New password link…" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create link" }).click();
    const link = await dialog.locator("code").innerText();
    await look(admin, "password-link");
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(menu).toBeFocused();

    await visit(dora, link);
    await expect(dora.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
    await look(dora, "new-password");
    await dora.getByLabel("Password", { exact: true }).fill("another one altogether");
    await dora.getByRole("button", { name: "Save and sign in" }).click();
    await expect(dora.getByRole("heading", { name: "Create your first store" })).toBeVisible();
  });

  await test.step("disable the account: it is signed out immediately and cannot sign in", async () => {
    await menu.click();
    await admin.getByRole("menuitem", { name: "Disable…" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Disable account" }).click();
    const row = admin.getByRole("main").getByRole("listitem").filter({ hasText: "dora@example.com" });
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    await expect(dora).toHaveURL(/\/sign-in/);
    await signIn(dora, "another one altogether", "dora@example.com");
    await expect(dora.getByText("E-mail or password is wrong.")).toBeVisible();
  });

  await test.step("delete the account: it is no longer found", async () => {
    await menu.click();
    await admin.getByRole("menuitem", { name: "Delete…" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Type dora@example.com to confirm").fill("dora@example.com");
    await dialog.getByRole("button", { name: "Delete account" }).click();
    await expect(admin.getByRole("heading", { name: "No accounts found" })).toBeVisible();
  });
});

test("an admin edits a plan, with errors shown at their fields", async ({ signedIn: admin, shoot, look }) => {
  await visit(admin, "/plans");
  await shoot(admin, "plans");
  await admin.getByRole("button", { name: "Edit Large" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Pods").fill("many");
  await dialog.getByRole("button", { name: "Save plan" }).click();
  await expectErrorAt(dialog.getByLabel("Pods"), /must be a number/);
  await look(admin, "edit-plan");
  await dialog.getByLabel("Pods").fill("24");
  await dialog.getByLabel("Memory").fill("1");
  await dialog.getByRole("button", { name: "Save plan" }).click();
  await expectErrorAt(dialog.getByLabel("Memory"), /The minimum is 2\.\d+ GB/);
  await dialog.getByLabel("Memory").fill("7.5");
  await dialog.getByRole("button", { name: "Save plan" }).click();
  const card = admin.getByRole("region", { name: "Large" });
  await expect(card.getByText("7.5 GB", { exact: true })).toBeVisible();
  await expect(card.getByText("24", { exact: true })).toBeVisible();
  await expect(card.getByText(/PHP workers; database: /).first()).toBeVisible();
});

test("the audit log marks an admin's actions on other stores, keeps its filter in the URL, and is exported", async ({
  signedIn: admin,
  app,
  browser,
  shoot,
  look,
}) => {
  const name = freshName("audited");
  const vera = await inviteAndJoin(browser, app, "vera@example.com");
  const made = await vera.request.post("/api/stores", {
    data: { name, type: "wordpress" },
    headers: { origin: app.origin },
  });
  expect(made.status()).toBe(202);
  await deleteStore(app, name);

  await visit(admin, "/audit");
  await shoot(admin, "audit");
  const filters = admin.getByRole("search", { name: "Audit log" });
  await filters.getByLabel("Search").fill(name);
  await filters.getByLabel("Target").selectOption("Stores");
  await filters.getByRole("button", { name: "Apply filters" }).click();
  await expect(admin).toHaveURL(new RegExp(`q=${name}.*targetType=store`));
  const entries = admin.getByRole("region", { name: "Audit log" }).getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("As admin, for vera@example.com");
  await entries.first().locator("summary").click();
  await expect(entries.first()).toContainText("API token");
  await look(admin, "audit-details");

  const downloads = admin.waitForEvent("download");
  await admin.getByRole("link", { name: "CSV" }).click();
  expect((await downloads).suggestedFilename()).toMatch(/^audit-.*\.csv$/);

  await test.step("a member sees their own actions", async () => {
    await vera.goto("/audit");
    await expect(vera.getByRole("heading", { name: "Your activity" })).toBeVisible();
    await expect(vera.getByText("dora@example.com")).toBeHidden();
    for (const path of ["/accounts", "/accounts/invitations", "/plans"]) {
      expect((await vera.goto(path))?.status()).toBe(404);
    }
  });
});
