import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { request } from "@/tests/support/api-client";
import { expectTold, toastOf } from "../support/toasts";
import { useAdminApp } from "../support/use-admin-app";
import { visit } from "../support/visit";

const changes = useAdminApp();

async function undo(page: Page, after: string): Promise<void> {
  await toastOf(page, after).getByRole("button", { name: "Undo" }).click();
}

test.describe("a change can be undone", () => {
  test("change of a member's role, and removal of a member", async ({ browser }) => {
    await changes.join(browser, "pia@example.com");
    await request(changes.app, "POST", "/api/stores/store-4/members", {
      email: "pia@example.com",
      role: "manager",
    });
    await visit(changes.admin, "/stores/store-4/settings");
    const row = changes.admin
      .getByRole("region", { name: "Members" })
      .getByRole("listitem")
      .filter({ hasText: "pia@example.com" });
    const menu = changes.admin.getByRole("button", { name: "Actions for pia@example.com" });
    await menu.click();
    await changes.admin.getByRole("menuitem", { name: "Make viewer" }).click();
    await expect(row.getByText("Viewer", { exact: true })).toBeVisible();
    await undo(changes.admin, "pia@example.com is a viewer now.");
    await expect(row.getByText("Manager", { exact: true })).toBeVisible();
    await expectTold(changes.admin, "pia@example.com is a manager again.");
    await menu.click();
    await changes.admin.getByRole("menuitem", { name: "Remove…" }).click();
    await changes.admin.getByRole("dialog").getByRole("button", { name: "Remove member" }).click();
    await expect(row).toBeHidden();
    await undo(changes.admin, "pia@example.com removed.");
    await expect(row.getByText("Manager", { exact: true })).toBeVisible();
    await expectTold(changes.admin, "pia@example.com added again as manager.");
  });

  test("change of a store's plan; a failed undo shows the reason", async () => {
    await visit(changes.admin, "/stores/store-4/settings");
    const card = changes.admin.getByRole("region", { name: "Plan" });
    const choose = async (plan: string) => {
      await card.getByRole("button", { name: "Change plan…" }).click();
      await changes.admin.getByRole("dialog").getByRole("radio", { name: plan }).check();
      await changes.admin.getByRole("dialog").getByRole("button", { name: "Change plan" }).click();
      await expect(card.getByText(plan, { exact: true })).toBeVisible();
    };
    const sent = changes.admin.waitForRequest((each) => each.method() === "PATCH");
    await choose("Large");
    expect((await sent).headers()["if-match"]).toMatch(/^"/);
    await undo(changes.admin, "Plan changed.");
    await expect(card.getByText("Standard", { exact: true })).toBeVisible();
    await expectTold(changes.admin, "Former plan restored.");

    await choose("Large");
    const offered = toastOf(changes.admin, "Plan changed.").getByRole("button", { name: "Undo" });
    await expect(offered).toBeVisible();
    await request(changes.app, "PATCH", "/api/stores/store-4", { plan: "small" });
    await expect(card.getByText("Small", { exact: true })).toBeVisible();
    await offered.click();
    await expectTold(changes.admin, "Somebody else has changed this.");
    await expect(card.getByText("Small", { exact: true })).toBeVisible();
  });

  test("disabling of an account, and promotion to admin", async ({ browser }) => {
    await changes.join(browser, "quin@example.com");
    await visit(changes.admin, "/accounts?q=quin");
    const row = changes.admin.getByRole("region", { name: "Accounts" }).getByRole("listitem");
    const act = async (entry: string, button: string) => {
      await changes.admin.getByRole("button", { name: "Actions for quin@example.com" }).click();
      await changes.admin.getByRole("menuitem", { name: entry }).click();
      await changes.admin.getByRole("dialog").getByRole("button", { name: button }).click();
    };
    await act("Disable…", "Disable account");
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    await undo(changes.admin, "quin@example.com disabled.");
    await expectTold(changes.admin, "quin@example.com enabled.");
    await expect(row.getByText("Disabled", { exact: true })).toBeHidden();
    await act("Make admin…", "Make admin");
    await undo(changes.admin, "Role of quin@example.com changed.");
    await expectTold(changes.admin, "Role of quin@example.com restored.");
    await expect(row.getByText("Admin", { exact: true })).toBeHidden();
  });

  test("edit of a plan", async () => {
    await visit(changes.admin, "/plans");
    const card = changes.admin.getByRole("region", { name: "Large" });
    await expect(card.getByText("20", { exact: true })).toBeVisible();
    await card.getByRole("button", { name: "Edit Large" }).click();
    await changes.admin.getByRole("dialog").getByLabel("Pods").fill("24");
    await changes.admin.getByRole("dialog").getByRole("button", { name: "Save plan" }).click();
    await expect(card.getByText("24", { exact: true })).toBeVisible();
    await undo(changes.admin, "Large saved.");
    await expect(card.getByText("20", { exact: true })).toBeVisible();
  });
});
