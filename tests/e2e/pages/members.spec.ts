import { expect } from "@playwright/test";
import { createStore, deleteStore, freshName } from "@/tests/support/stores";
import { test } from "../support/pages-fixture";
import { expectErrorAt, inviteAndJoin } from "../support/people";
import { visit } from "../support/visit";

test("a store is shared, and each member sees the actions of their role", async ({
  signedIn: owner,
  app,
  browser,
  look,
}) => {
  const name = freshName("shared");
  await createStore(app, name, { type: "wordpress", title: "Shared Shop" });
  const members = owner.getByRole("region", { name: "Members" });
  const cleo = await inviteAndJoin(browser, app, "cleo@example.com");

  await test.step("a person without an account can't be added", async () => {
    await visit(owner, `/stores/${name}/settings`);
    await owner.getByRole("button", { name: "Add member" }).click();
    const dialog = owner.getByRole("dialog");
    await dialog.getByLabel("E-mail").fill("nobody@example.com");
    await dialog.getByRole("button", { name: "Add member" }).click();
    await expectErrorAt(dialog.getByLabel("E-mail"), /Ask an admin to invite them first/);
    await dialog.getByLabel("E-mail").fill("cleo@example.com");
    await look(owner, "add-member");
    await dialog.getByRole("button", { name: "Add member" }).click();
    await expect(members.getByRole("listitem").filter({ hasText: "cleo@example.com" })).toContainText(
      "Viewer",
    );
    await look(owner, "store-settings");
  });

  await test.step("the store appears in a viewer's list; the viewer can read it and leave", async () => {
    await cleo.getByRole("link", { name: "Shared Shop", exact: true }).click();
    await cleo.getByRole("link", { name: "Settings" }).click();
    await expect(cleo.getByRole("button", { name: "Leave", exact: true })).toBeVisible();
    for (const hidden of ["Add member", "Hand over…", "Delete store…", "Change plan…"]) {
      await expect(cleo.getByRole("button", { name: hidden })).toBeHidden();
    }
  });

  await test.step("a viewer who becomes a manager gets more actions immediately", async () => {
    await owner.getByRole("button", { name: "Actions for cleo@example.com" }).click();
    await owner.getByRole("menuitem", { name: "Make manager" }).click();
    await expect(cleo.getByRole("button", { name: "Change plan…" })).toBeVisible();
    await expect(cleo.getByRole("button", { name: "Delete store…" })).toBeHidden();
  });

  await test.step("the member leaves with the keyboard", async () => {
    await cleo.getByRole("button", { name: "Leave", exact: true }).focus();
    await cleo.keyboard.press("Enter");
    await expect(cleo.getByRole("dialog")).toBeVisible();
    await cleo.keyboard.press("Escape");
    await expect(cleo.getByRole("button", { name: "Leave", exact: true })).toBeFocused();
    await cleo.keyboard.press("Enter");
    await cleo.getByRole("button", { name: "Leave store" }).press("Enter");
    await expect(cleo.getByRole("heading", { name: "Create your first store" })).toBeVisible();
    await expect(members.getByText("cleo@example.com")).toBeHidden();
  });

  await deleteStore(app, name);
});
