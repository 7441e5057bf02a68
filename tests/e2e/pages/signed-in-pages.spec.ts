import { expect, type Page } from "@playwright/test";
import { openDatabase } from "@/lib/db/connect";
import { type FakeInstallation, startFakeInstallation } from "@/tests/support/fake-installation";
import { followEvents } from "@/tests/support/follow-events";
import { startApp, type TestApp } from "@/tests/support/start-app";
import { createStore, untilPhase } from "@/tests/support/stores";
import { inside, lookedAtStore, nowhere, openAndLook } from "../support/every-page";
import { expectSteady, watchShifts } from "../support/layout-shift";
import { lookAt } from "../support/look-at";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";
import { untilLive, visit } from "../support/visit";

const store = `/stores/${lookedAtStore}`;

/** A cluster and an app of their own: the pictures show nothing of other tests, and one test takes a table away. */
let installation: FakeInstallation;
let app: TestApp;
let page: Page;

test.beforeAll(async ({ browser }) => {
  installation = await startFakeInstallation();
  app = await startApp({ installation: installation.env });
  const events = await followEvents(app);
  await createStore(app, lookedAtStore, { title: "Pages Shop", type: "wordpress" });
  await untilPhase(events, lookedAtStore, "ready");
  events.close();
  page = await (await browser.newContext({ baseURL: app.origin })).newPage();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  await untilLive(page);
});

test.afterAll(async () => {
  await page?.context().close();
  await app?.close();
  await installation?.close();
});

for (const look of [...Object.values(inside).flat(), nowhere]) {
  test(`${look.path} is accessible and has no horizontal overflow`, async ({ shoot }) => {
    await openAndLook(page, look, (picture) => shoot(page, picture));
  });
}

test("the palette is accessible and has no horizontal overflow", async ({ shoot }) => {
  await visit(page, "/");
  await page.getByRole("button", { name: "Find a store, a page or an action" }).click();
  await expect(page.getByRole("option", { name: "Insights" })).toBeVisible();
  await lookAt(page, "palette", (picture) => shoot(page, picture));
});

test("the plan dialog is accessible and has no horizontal overflow", async () => {
  await visit(page, `${store}/settings`);
  await page.getByRole("button", { name: "Change plan…" }).click();
  await expect(page.getByRole("dialog").getByRole("radio", { name: "Small" })).toBeVisible();
  await lookAt(page, "another plan");
});

test("the layout does not shift on pages that read the cluster", async () => {
  await watchShifts(page);
  for (const { path, seen } of [...(inside["/cluster"] ?? []), { path: store, seen: "Latest operation" }]) {
    const shifts = await expectSteady(page, path, () => expect(page.getByText(seen).first()).toBeVisible());
    console.log(`${path}: CLS ${shifts}`);
  }
});

test("a page that fails shows an error and a next step", async () => {
  const db = openDatabase(app.databaseFile);
  const heading = page.getByRole("heading", { level: 1 });
  try {
    db.$client.exec("alter table links rename to away");
    await page.goto("/accounts/invitations");
    await expect(heading).toHaveText("Something went wrong");
    await expect(page).toHaveTitle("Something went wrong · Storeyard");
    await lookAt(page, "something went wrong");
  } finally {
    db.$client.exec("alter table away rename to links");
    db.$client.close();
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(heading).toHaveText("Accounts");
});
