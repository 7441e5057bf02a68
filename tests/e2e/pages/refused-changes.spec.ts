import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { request } from "@/tests/support/api-client";
import { expectTold } from "../support/toasts";
import { type AdminApp, useAdminApp } from "../support/use-admin-app";
import { visit } from "../support/visit";

const changes = useAdminApp();

const why = "The data centre is under water.";

/** Holds the next call of this kind and refuses it when `now` is called. */
async function refuse(
  { admin: page, app }: AdminApp,
  method: string,
  path: string,
): Promise<{ now: () => void }> {
  let now = () => {};
  const told = new Promise<void>((resolve) => {
    now = resolve;
  });
  await page.route(`${app.origin}${path}`, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await told;
    await route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      body: JSON.stringify({ status: 409, code: "conflict", detail: why }),
    });
    await page.unroute(`${app.origin}${path}`);
  });
  return { now };
}

/** The expected state is shown at once; after a refusal the previous one, with the reason. */
async function expectRollback(
  page: Page,
  refusal: { now: () => void },
  { shown, before }: { shown: Locator; before: Locator },
): Promise<void> {
  await expect(shown).toBeVisible();
  await expect(before).toBeHidden();
  refusal.now();
  await expectTold(page, why);
  await expect(before).toBeVisible();
  await expect(shown).toBeHidden();
}

test.describe("a refused change is rolled back with the reason", () => {
  test("deletion of a store", async () => {
    await visit(changes.admin, "/stores/store-1/settings");
    const refusal = await refuse(changes, "DELETE", "/api/stores/store-1");
    await changes.admin.getByRole("button", { name: "Delete store…" }).click();
    const dialog = changes.admin.getByRole("dialog");
    await dialog.getByLabel("Type store-1 to confirm").fill("store-1");
    await dialog.getByRole("button", { name: "Delete store" }).click();
    const header = changes.admin
      .locator("header")
      .filter({ has: changes.admin.getByRole("heading", { level: 1 }) });
    await expectRollback(changes.admin, refusal, {
      shown: header.getByText("Deleting", { exact: true }),
      before: header.getByText("Ready", { exact: true }),
    });
    await expect(changes.admin.getByRole("button", { name: "Delete store…" })).toBeVisible();
  });

  test("change of a store's plan", async () => {
    await visit(changes.admin, "/stores/store-1/settings");
    const refusal = await refuse(changes, "PATCH", "/api/stores/store-1");
    const card = changes.admin.getByRole("region", { name: "Plan" });
    await card.getByRole("button", { name: "Change plan…" }).click();
    await changes.admin.getByRole("dialog").getByRole("radio", { name: "Small" }).check();
    await changes.admin.getByRole("dialog").getByRole("button", { name: "Change plan" }).click();
    await expectRollback(changes.admin, refusal, {
      shown: card.getByText("Small", { exact: true }),
      before: card.getByText("Standard", { exact: true }),
    });
  });

  test("change of a member's role, and removal of a member", async ({ browser }) => {
    await changes.join(browser, "mina@example.com");
    const added = await request<{ userId: string }>(changes.app, "POST", "/api/stores/store-2/members", {
      email: "mina@example.com",
      role: "viewer",
    });
    const path = `/api/stores/store-2/members/${added.body.userId}`;
    await visit(changes.admin, "/stores/store-2/settings");
    const row = changes.admin
      .getByRole("region", { name: "Members" })
      .getByRole("listitem")
      .filter({ hasText: "mina@example.com" });
    const menu = changes.admin.getByRole("button", { name: "Actions for mina@example.com" });

    const kept = await refuse(changes, "PATCH", path);
    await menu.click();
    await changes.admin.getByRole("menuitem", { name: "Make manager" }).click();
    await expectRollback(changes.admin, kept, {
      shown: row.getByText("Manager", { exact: true }),
      before: row.getByText("Viewer", { exact: true }),
    });

    const stays = await refuse(changes, "DELETE", path);
    await menu.click();
    await changes.admin.getByRole("menuitem", { name: "Remove…" }).click();
    await changes.admin.getByRole("dialog").getByRole("button", { name: "Remove member" }).click();
    await expect(row).toBeHidden();
    stays.now();
    await expect(row).toBeVisible();
    await expectTold(changes.admin, why, 2);
  });

  test("disabling of an account", async ({ browser }) => {
    await changes.join(browser, "nora@example.com");
    await visit(changes.admin, "/accounts?q=nora");
    const row = changes.admin.getByRole("region", { name: "Accounts" }).getByRole("listitem");
    const refusal = await refuse(changes, "PATCH", "/api/users/*");
    await changes.admin.getByRole("button", { name: "Actions for nora@example.com" }).click();
    await changes.admin.getByRole("menuitem", { name: "Disable…" }).click();
    await changes.admin.getByRole("dialog").getByRole("button", { name: "Disable account" }).click();
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    refusal.now();
    await expectTold(changes.admin, why);
    await expect(row.getByText("Disabled", { exact: true })).toBeHidden();
  });

  test("revocation of an invitation", async () => {
    await request(changes.app, "POST", "/api/invitations", { email: "olga@example.com", role: "member" });
    await visit(changes.admin, "/accounts/invitations");
    const row = changes.admin.getByRole("listitem").filter({ hasText: "olga@example.com" });
    const refusal = await refuse(changes, "DELETE", "/api/invitations/*");
    await row.getByRole("button", { name: "Revoke the invitation of olga@example.com" }).click();
    await expect(row).toBeHidden();
    refusal.now();
    await expect(row).toBeVisible();
    await expectTold(changes.admin, why);
  });
});
