import { expect, test } from "@playwright/test";
import { request } from "@/tests/support/api-client";
import { expectTold } from "../support/toasts";
import { useAdminApp } from "../support/use-admin-app";
import { visit } from "../support/visit";

const changes = useAdminApp();

test.describe("a conflicting change is not overwritten", () => {
  test("change of an account", async ({ browser }) => {
    await changes.join(browser, "rosa@example.com");
    await visit(changes.admin, "/accounts?q=rosa");
    const row = changes.admin.getByRole("region", { name: "Accounts" }).getByRole("listitem");
    await changes.admin.getByRole("button", { name: "Actions for rosa@example.com" }).click();
    await changes.admin.getByRole("menuitem", { name: "Make admin…" }).click();
    const { users } = (await request<{ users: { id: string }[] }>(changes.app, "GET", "/api/users?q=rosa"))
      .body;
    await request(changes.app, "PATCH", `/api/users/${users[0]?.id}`, { disabled: true });
    await changes.admin.getByRole("dialog").getByRole("button", { name: "Make admin" }).click();
    await expectTold(changes.admin, "Somebody else has changed this.");
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    await expect(row.getByText("Admin", { exact: true })).toBeHidden();
  });

  test("change of a plan: the form shows the current values", async () => {
    await visit(changes.admin, "/plans");
    await changes.admin.getByRole("button", { name: "Edit Large" }).click();
    const dialog = changes.admin.getByRole("dialog");
    await request(changes.app, "PATCH", "/api/plans/large", { pods: 22 });
    await dialog.getByLabel("Stores per account").fill("7");
    await dialog.getByRole("button", { name: "Save plan" }).click();
    await expect(dialog.getByText("Somebody else has changed this.")).toBeVisible();
    await expect(dialog.getByLabel("Pods")).toHaveValue("22");
    await expect(dialog.getByLabel("Stores per account")).not.toHaveValue("7");
  });
});
