import { expect, test } from "@playwright/test";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { freshName } from "@/tests/support/stores";
import { inviteAndJoin } from "../support/people";
import { expectTold, toastOf } from "../support/toasts";
import { visit } from "../support/visit";

let app: LoneApp;
test.beforeAll(async () => {
  app = await startAppAlone();
});
test.afterAll(() => app?.close());

test("two users see changes of an offer and of a membership without a reload", async ({ browser }) => {
  const name = freshName("offered");
  const ann = await inviteAndJoin(browser, app, "ann@example.com");
  const bob = await inviteAndJoin(browser, app, "bob@example.com");
  const annsList = await ann.context().newPage();
  const made = await ann.request.post("/api/stores", {
    data: { name, type: "wordpress", title: "The Teapot Shop" },
    headers: { origin: app.origin },
  });
  expect(made.status()).toBe(202);
  await visit(annsList, "/");
  const annsRow = annsList.getByRole("link", { name: "The Teapot Shop", exact: true });
  await expect(annsRow).toBeVisible();
  await visit(ann, `/stores/${name}/settings`);
  const card = ann.getByRole("region", { name: "Hand over" });
  const members = ann.getByRole("region", { name: "Members" });
  const offered = bob.getByRole("region", { name: "Offered to you" });
  let loads = 0;
  for (const page of [ann, annsList, bob]) {
    // On a slow machine the page after joining may still be loading.
    await page.waitForLoadState("load");
    page.on("load", () => loads++);
  }

  const offer = async () => {
    await card.getByRole("button", { name: "Hand over…" }).click();
    const dialog = ann.getByRole("dialog");
    await dialog.getByLabel("E-mail of the new owner").fill("bob@example.com");
    await dialog.getByRole("button", { name: "Offer store" }).click();
    await expect(card.getByText("Offered to bob@example.com")).toBeVisible();
    await expect(offered.getByRole("heading", { name: "The Teapot Shop is offered to you" })).toBeVisible();
  };

  await test.step("an offer appears on the recipient's page, and disappears when it is withdrawn", async () => {
    await offer();
    await card.getByRole("button", { name: "Withdraw offer" }).click();
    await expect(offered).toBeHidden();
  });

  await test.step("withdrawing and offering can be undone", async () => {
    await toastOf(ann, "Offer withdrawn.").getByRole("button", { name: "Undo" }).click();
    await expect(offered).toBeVisible();
    await expect(card.getByText("Offered to bob@example.com")).toBeVisible();
    await card.getByRole("button", { name: "Withdraw offer" }).click();
    await expect(offered).toBeHidden();
    await offer();
    await toastOf(ann, "Store offered to bob@example.com.").getByRole("button", { name: "Undo" }).click();
    await expect(offered).toBeHidden();
    await expect(card.getByRole("button", { name: "Hand over…" })).toBeVisible();
  });

  await test.step("after it is declined, the owner is notified on every page", async () => {
    await offer();
    await offered.getByRole("button", { name: "Decline The Teapot Shop" }).click();
    await expect(offered).toBeHidden();
    await expect(card.getByRole("button", { name: "Hand over…" })).toBeVisible();
    for (const page of [ann, annsList]) {
      await expectTold(page, `bob@example.com declined ${name}.`);
    }
  });

  await test.step("a shared store appears in the new member's list, and disappears when the membership ends", async () => {
    const row = bob.getByRole("link", { name: "The Teapot Shop", exact: true });
    await members.getByRole("button", { name: "Add member" }).click();
    const dialog = ann.getByRole("dialog");
    await dialog.getByLabel("E-mail").fill("bob@example.com");
    await dialog.getByRole("button", { name: "Add member" }).click();
    await expect(row).toBeVisible();
    // A dialog that closes takes the focus back, and a menu with it.
    await expect(dialog).toBeHidden();
    await ann.getByRole("button", { name: "Actions for bob@example.com" }).click();
    await ann.getByRole("menuitem", { name: "Remove…" }).click();
    await ann.getByRole("dialog").getByRole("button", { name: "Remove member" }).click();
    await expect(row).toBeHidden();
  });

  await test.step("an accepted store disappears from the previous owner's pages, which name the new owner", async () => {
    await offer();
    await offered.getByRole("button", { name: "Accept The Teapot Shop" }).click();
    await expect(bob).toHaveURL(`/stores/${name}`);
    await expect(ann.getByRole("heading", { name: `${name} has a new owner` })).toBeFocused();
    await expect(
      ann.getByText("bob@example.com accepted the handover and owns the store now."),
    ).toBeVisible();
    await expect(annsRow).toBeHidden();
    await expectTold(annsList, "bob@example.com accepted The Teapot Shop and owns it now.");
  });

  expect(loads).toBe(0);
  for (const page of [ann, bob]) await page.context().close();
});
