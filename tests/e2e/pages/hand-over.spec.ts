import { expect } from "@playwright/test";
import { startApp } from "@/tests/support/start-app";
import { freshName } from "@/tests/support/stores";
import { test } from "../support/pages-fixture";
import { expectErrorAt, join } from "../support/people";
import { untilLive, visit, visitAgain } from "../support/visit";

test("the first account is set up and a store is handed over to another account", async ({
  app: shared,
  browser,
  look,
}) => {
  const app = await startApp({ installation: shared.installation, env: { ADMIN_PASSWORD: "" } });
  const name = freshName("handed");
  const setUp = app.setUpLink();
  const context = await browser.newContext({ baseURL: app.origin });
  const admin = await context.newPage();

  await test.step("the first admin uses the set-up link; errors are shown at their fields", async () => {
    await admin.goto("/sign-in");
    await expect(admin.getByText("Storeyard has no admin yet.")).toBeVisible();
    await visit(admin, setUp);
    const email = admin.getByLabel("E-mail");
    const password = admin.getByLabel("Password", { exact: true });
    const submit = admin.getByRole("button", { name: "Create the first account" });
    await submit.click();
    await expectErrorAt(email, "Enter your e-mail address.");
    await email.fill("root");
    await password.fill("password123");
    await submit.click();
    await expectErrorAt(email, /Enter an e-mail address/);
    await email.fill("root@example.com");
    await submit.click();
    await expectErrorAt(password, /commonly used and easy to guess/);
    await look(admin, "set-up");
    await password.fill("a long walk along the sea");
    await submit.click();
    await expect(admin.getByRole("heading", { name: "Create your first store" })).toBeVisible();
  });

  await test.step("the used link shows what to do next", async () => {
    const other = await (await browser.newContext({ baseURL: app.origin })).newPage();
    await other.goto(setUp);
    await expect(other.getByRole("heading", { name: "This link is not valid" })).toBeVisible();
    await look(other, "link-used");
    await other.getByRole("link", { name: "Sign in" }).click();
    await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await other.context().close();
  });

  async function invite(email: string): Promise<string> {
    await admin.getByRole("button", { name: "Invite somebody" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create invitation" }).click();
    await expectErrorAt(dialog.getByLabel("E-mail"), /Enter the e-mail address of the person to invite/);
    await dialog.getByLabel("E-mail").fill(email);
    await dialog.getByRole("button", { name: "Create invitation" }).click();
    const link = await dialog.locator("code").innerText();
    await expect(dialog.getByText("Copy this link now. It is not shown again.")).toBeVisible();
    if (email.startsWith("ann")) await look(admin, "invitation");
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(admin.getByRole("heading", { name: email })).toBeVisible();
    return link;
  }

  await untilLive(admin);
  await admin.getByRole("link", { name: "Accounts" }).click();
  await admin.getByRole("link", { name: "Invitations" }).click();
  await expect(admin.getByText("No open invitations")).toBeVisible();
  const ann = await join(browser, app, await invite("ann@example.com"));
  const bob = await join(browser, app, await invite("bob@example.com"));

  await test.step("ann creates a store and offers it to bob", async () => {
    await ann.getByRole("link", { name: "Create a store" }).click();
    await ann.getByLabel("Name").fill(name);
    await ann.getByLabel("Title").fill("The Teapot Shop");
    await ann.getByRole("radio", { name: "Small" }).check();
    await ann.getByRole("button", { name: "Create store" }).click();
    await expect(ann).toHaveURL(`/stores/${name}`);
    await ann.getByRole("link", { name: "Settings" }).click();
    await ann.getByRole("button", { name: "Hand over…" }).click();
    const dialog = ann.getByRole("dialog");
    await dialog.getByLabel("E-mail of the new owner").fill("nobody@example.com");
    await dialog.getByRole("button", { name: "Offer store" }).click();
    await expectErrorAt(dialog.getByLabel("E-mail of the new owner"), /No account has this e-mail/);
    await look(ann, "hand-over");
    await dialog.getByLabel("E-mail of the new owner").fill("bob@example.com");
    await dialog.getByRole("button", { name: "Offer store" }).click();
    const card = ann.getByRole("region", { name: "Hand over" });
    await expect(card.getByText("Offered to bob@example.com")).toBeVisible();
  });

  const annsList = await ann.context().newPage();
  await annsList.goto("/");
  await expect(annsList.getByRole("link", { name: "The Teapot Shop", exact: true })).toBeVisible();

  await test.step("bob accepts it", async () => {
    await visitAgain(bob);
    await expect(bob.getByRole("heading", { name: "The Teapot Shop is offered to you" })).toBeVisible();
    await look(bob, "offered-store");
    await bob.getByRole("button", { name: "Accept The Teapot Shop" }).click();
    await expect(bob).toHaveURL(`/stores/${name}`);
    await expect(bob.getByRole("heading", { level: 1, name: "The Teapot Shop", exact: true })).toBeVisible();
  });

  await test.step("the store disappears from Ann's list and its page without a reload", async () => {
    await expect(annsList.getByRole("link", { name: "The Teapot Shop", exact: true })).toBeHidden();
    await expect(annsList.getByRole("heading", { name: "Create your first store" })).toBeVisible();
    await expect(ann.getByRole("button", { name: "Delete store…" })).toBeHidden();
    const answer = await ann.goto(`/stores/${name}`);
    expect(answer?.status()).toBe(404);
    await expect(ann.getByRole("heading", { name: "Store not found" })).toBeVisible();
    for (const path of ["", "/events", "/members"]) {
      expect((await ann.request.get(`/api/stores/${name}${path}`)).status()).toBe(404);
    }
  });

  await test.step("Bob sees the store in his list and can delete it", async () => {
    await visit(bob, "/");
    await bob.getByRole("link", { name: "The Teapot Shop", exact: true }).click();
    await bob.getByRole("link", { name: "Settings" }).click();
    await bob.getByRole("button", { name: "Delete store…" }).click();
    const dialog = bob.getByRole("dialog");
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await dialog.getByRole("button", { name: "Delete store" }).click();
    await expect(bob.getByRole("heading", { name: `${name} is deleted` })).toBeVisible({ timeout: 60_000 });
  });
  await app.close();
});
