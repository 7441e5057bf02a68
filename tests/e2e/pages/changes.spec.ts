import type { Browser, Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { request } from "@/tests/support/api-client";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { inviteAndJoin } from "../support/people";
import { expectTold, toastOf } from "../support/toasts";
import { visit } from "../support/visit";

let app: LoneApp;
let admin: Page;

test.beforeAll(async ({ browser }) => {
  app = await startAppAlone();
  seedStores(app.databaseFile, 8);
  admin = await inviteAndJoin(browser, app, "root@example.com", "admin");
});
test.afterAll(async () => {
  await admin?.context().close();
  await app?.close();
});

const why = "The data centre is under water.";

/** Lets the next call of this kind wait, and then be refused. */
async function refuse(page: Page, method: string, path: string): Promise<{ now: () => void }> {
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

async function undo(page: Page, after: string): Promise<void> {
  await toastOf(page, after).getByRole("button", { name: "Undo" }).click();
}

async function addBob(browser: Browser, email: string): Promise<void> {
  const bob = await inviteAndJoin(browser, app, email);
  await bob.context().close();
}

test.describe("a refused change is rolled back with the reason", () => {
  test("deletion of a store", async () => {
    await visit(admin, "/stores/store-1/settings");
    const refusal = await refuse(admin, "DELETE", "/api/stores/store-1");
    await admin.getByRole("button", { name: "Delete store…" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Type store-1 to confirm").fill("store-1");
    await dialog.getByRole("button", { name: "Delete store" }).click();
    const header = admin.locator("header").filter({ has: admin.getByRole("heading", { level: 1 }) });
    await expectRollback(admin, refusal, {
      shown: header.getByText("Deleting", { exact: true }),
      before: header.getByText("Ready", { exact: true }),
    });
    await expect(admin.getByRole("button", { name: "Delete store…" })).toBeVisible();
  });

  test("change of a store's plan", async () => {
    await visit(admin, "/stores/store-1/settings");
    const refusal = await refuse(admin, "PATCH", "/api/stores/store-1");
    const card = admin.getByRole("region", { name: "Plan" });
    await card.getByRole("button", { name: "Change plan…" }).click();
    await admin.getByRole("dialog").getByRole("radio", { name: "Small" }).check();
    await admin.getByRole("dialog").getByRole("button", { name: "Change plan" }).click();
    await expectRollback(admin, refusal, {
      shown: card.getByText("Small", { exact: true }),
      before: card.getByText("Standard", { exact: true }),
    });
  });

  test("change of a member's role, and removal of a member", async ({ browser }) => {
    await addBob(browser, "mina@example.com");
    const added = await request<{ userId: string }>(app, "POST", "/api/stores/store-2/members", {
      email: "mina@example.com",
      role: "viewer",
    });
    const path = `/api/stores/store-2/members/${added.body.userId}`;
    await visit(admin, "/stores/store-2/settings");
    const row = admin
      .getByRole("region", { name: "Members" })
      .getByRole("listitem")
      .filter({ hasText: "mina@example.com" });
    const menu = admin.getByRole("button", { name: "Actions for mina@example.com" });

    const kept = await refuse(admin, "PATCH", path);
    await menu.click();
    await admin.getByRole("menuitem", { name: "Make manager" }).click();
    await expectRollback(admin, kept, {
      shown: row.getByText("Manager", { exact: true }),
      before: row.getByText("Viewer", { exact: true }),
    });

    const stays = await refuse(admin, "DELETE", path);
    await menu.click();
    await admin.getByRole("menuitem", { name: "Remove…" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Remove member" }).click();
    await expect(row).toBeHidden();
    stays.now();
    await expect(row).toBeVisible();
    await expectTold(admin, why, 2);
  });

  test("disabling of an account", async ({ browser }) => {
    await addBob(browser, "nora@example.com");
    await visit(admin, "/accounts?q=nora");
    const row = admin.getByRole("region", { name: "Accounts" }).getByRole("listitem");
    const refusal = await refuse(admin, "PATCH", "/api/users/*");
    await admin.getByRole("button", { name: "Actions for nora@example.com" }).click();
    await admin.getByRole("menuitem", { name: "Disable…" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Disable account" }).click();
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    refusal.now();
    await expectTold(admin, why);
    await expect(row.getByText("Disabled", { exact: true })).toBeHidden();
  });

  test("revocation of an invitation", async () => {
    await request(app, "POST", "/api/invitations", { email: "olga@example.com", role: "member" });
    await visit(admin, "/accounts/invitations");
    const row = admin.getByRole("listitem").filter({ hasText: "olga@example.com" });
    const refusal = await refuse(admin, "DELETE", "/api/invitations/*");
    await row.getByRole("button", { name: "Revoke the invitation of olga@example.com" }).click();
    await expect(row).toBeHidden();
    refusal.now();
    await expect(row).toBeVisible();
    await expectTold(admin, why);
  });
});

test.describe("a change can be undone", () => {
  test("change of a member's role, and removal of a member", async ({ browser }) => {
    await addBob(browser, "pia@example.com");
    await request(app, "POST", "/api/stores/store-4/members", { email: "pia@example.com", role: "manager" });
    await visit(admin, "/stores/store-4/settings");
    const row = admin
      .getByRole("region", { name: "Members" })
      .getByRole("listitem")
      .filter({ hasText: "pia@example.com" });
    const menu = admin.getByRole("button", { name: "Actions for pia@example.com" });
    await menu.click();
    await admin.getByRole("menuitem", { name: "Make viewer" }).click();
    await expect(row.getByText("Viewer", { exact: true })).toBeVisible();
    await undo(admin, "pia@example.com is a viewer now.");
    await expect(row.getByText("Manager", { exact: true })).toBeVisible();
    await expectTold(admin, "pia@example.com is a manager again.");
    await menu.click();
    await admin.getByRole("menuitem", { name: "Remove…" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "Remove member" }).click();
    await expect(row).toBeHidden();
    await undo(admin, "pia@example.com removed.");
    await expect(row.getByText("Manager", { exact: true })).toBeVisible();
    await expectTold(admin, "pia@example.com added again as manager.");
  });

  test("change of a store's plan; a failed undo shows the reason", async () => {
    await visit(admin, "/stores/store-4/settings");
    const card = admin.getByRole("region", { name: "Plan" });
    const choose = async (plan: string) => {
      await card.getByRole("button", { name: "Change plan…" }).click();
      await admin.getByRole("dialog").getByRole("radio", { name: plan }).check();
      await admin.getByRole("dialog").getByRole("button", { name: "Change plan" }).click();
      await expect(card.getByText(plan, { exact: true })).toBeVisible();
    };
    const sent = admin.waitForRequest((each) => each.method() === "PATCH");
    await choose("Large");
    expect((await sent).headers()["if-match"]).toMatch(/^"/);
    await undo(admin, "Plan changed.");
    await expect(card.getByText("Standard", { exact: true })).toBeVisible();
    await expectTold(admin, "Former plan restored.");

    await choose("Large");
    const offered = toastOf(admin, "Plan changed.").getByRole("button", { name: "Undo" });
    await expect(offered).toBeVisible();
    await request(app, "PATCH", "/api/stores/store-4", { plan: "small" });
    await expect(card.getByText("Small", { exact: true })).toBeVisible();
    await offered.click();
    await expectTold(admin, "Somebody else has changed this.");
    await expect(card.getByText("Small", { exact: true })).toBeVisible();
  });

  test("disabling of an account, and promotion to admin", async ({ browser }) => {
    await addBob(browser, "quin@example.com");
    await visit(admin, "/accounts?q=quin");
    const row = admin.getByRole("region", { name: "Accounts" }).getByRole("listitem");
    const act = async (entry: string, button: string) => {
      await admin.getByRole("button", { name: "Actions for quin@example.com" }).click();
      await admin.getByRole("menuitem", { name: entry }).click();
      await admin.getByRole("dialog").getByRole("button", { name: button }).click();
    };
    await act("Disable…", "Disable account");
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    await undo(admin, "quin@example.com disabled.");
    await expectTold(admin, "quin@example.com enabled.");
    await expect(row.getByText("Disabled", { exact: true })).toBeHidden();
    await act("Make admin…", "Make admin");
    await undo(admin, "Role of quin@example.com changed.");
    await expectTold(admin, "Role of quin@example.com restored.");
    await expect(row.getByText("Admin", { exact: true })).toBeHidden();
  });

  test("edit of a plan", async () => {
    await visit(admin, "/plans");
    const card = admin.getByRole("region", { name: "Large" });
    await expect(card.getByText("20", { exact: true })).toBeVisible();
    await card.getByRole("button", { name: "Edit Large" }).click();
    await admin.getByRole("dialog").getByLabel("Pods").fill("24");
    await admin.getByRole("dialog").getByRole("button", { name: "Save plan" }).click();
    await expect(card.getByText("24", { exact: true })).toBeVisible();
    await undo(admin, "Large saved.");
    await expect(card.getByText("20", { exact: true })).toBeVisible();
  });
});

test.describe("a conflicting change is not overwritten", () => {
  test("change of an account", async ({ browser }) => {
    await addBob(browser, "rosa@example.com");
    await visit(admin, "/accounts?q=rosa");
    const row = admin.getByRole("region", { name: "Accounts" }).getByRole("listitem");
    await admin.getByRole("button", { name: "Actions for rosa@example.com" }).click();
    await admin.getByRole("menuitem", { name: "Make admin…" }).click();
    const { users } = (await request<{ users: { id: string }[] }>(app, "GET", "/api/users?q=rosa")).body;
    await request(app, "PATCH", `/api/users/${users[0]?.id}`, { disabled: true });
    await admin.getByRole("dialog").getByRole("button", { name: "Make admin" }).click();
    await expectTold(admin, "Somebody else has changed this.");
    await expect(row.getByText("Disabled", { exact: true })).toBeVisible();
    await expect(row.getByText("Admin", { exact: true })).toBeHidden();
  });

  test("change of a plan: the form shows the current values", async () => {
    await visit(admin, "/plans");
    await admin.getByRole("button", { name: "Edit Large" }).click();
    const dialog = admin.getByRole("dialog");
    await request(app, "PATCH", "/api/plans/large", { pods: 22 });
    await dialog.getByLabel("Stores per account").fill("7");
    await dialog.getByRole("button", { name: "Save plan" }).click();
    await expect(dialog.getByText("Somebody else has changed this.")).toBeVisible();
    await expect(dialog.getByLabel("Pods")).toHaveValue("22");
    await expect(dialog.getByLabel("Stores per account")).not.toHaveValue("7");
  });
});
