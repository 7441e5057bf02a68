import type { Browser, Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Phase } from "@/lib/domain/store";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "@/tests/support/api-client";
import { type CuttableProxy, startCuttableProxy } from "@/tests/support/cuttable-proxy";
import { type AppAddress, startApp } from "@/tests/support/start-app";
import { deleteStore, freshName } from "@/tests/support/stores";
import { stallPods } from "../support/hold-pods";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";
import type { PagesApp } from "../support/start-pages-app";
import { createSite, expectState, headOf, patient } from "../support/store-page";
import { visit, visitAgain } from "../support/visit";

const steps = [
  "Create the namespace",
  "Apply the chart",
  "Provision volumes",
  "Start the database",
  "Start the site",
  "Check the site",
];

const reconnecting = (page: Page): Locator => page.getByRole("status").filter({ hasText: "Reconnecting…" });

const stepsOf = (page: Page, operation: string): Locator =>
  page.getByRole("list", { name: operation, exact: true }).getByRole("listitem");

/** Each step of the create once, and done. */
async function expectWholeTimeline(page: Page): Promise<void> {
  const rows = stepsOf(page, "Created");
  await expect(rows).toHaveCount(steps.length);
  for (const step of steps) {
    await expect(rows.filter({ hasText: step })).toHaveCount(1);
    await expect(rows.filter({ hasText: step })).toContainText("Done:");
  }
}

/** Asks past the page, which does not know it yet. */
async function untilPhase(app: AppAddress, name: string, phase: Phase): Promise<void> {
  const ask = () => request<StoreResource>(app, "GET", `/api/stores/${name}`);
  await expect.poll(async () => (await ask()).body.phase, patient).toBe(phase);
}

/** How often the page was loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => loads++);
  return () => loads;
}

/** A page of somebody who has signed in, on a connection that can be cut without anybody else's. */
async function openThroughProxy(
  browser: Browser,
  app: AppAddress,
): Promise<{ page: Page; proxy: CuttableProxy }> {
  const { hostname: host, port } = new URL(app.origin);
  const proxy = await startCuttableProxy({ host, port: Number(port) });
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${proxy.port}` });
  const page = await context.newPage();
  page.once("close", () => void proxy.close());
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  return { page, proxy };
}

/** Creates a store whose shop does not come before it is let, and shows that: there is all the time to be cut off in. */
async function createHeld(
  app: PagesApp,
  page: Page,
  name: string,
  use: (release: () => Promise<void>) => Promise<void>,
) {
  const held = await stallPods(app, { store: name, component: "shop" });
  try {
    await visit(page, "/stores/new");
    await createSite(page, name);
    await expectState(page, name, "Creating");
    await expect(stepsOf(page, "Creating the store").filter({ hasText: "Start the site" })).toContainText(
      "A check of the cluster (check.example.com) does not answer",
    );
    await use(held.release);
  } finally {
    await held.release();
  }
}

async function deleteAndSee(page: Page, app: AppAddress, name: string): Promise<void> {
  await deleteStore(app, name);
  await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
}

test("a connection that is lost during a create is reported, and no event is missed", async ({
  browser,
  app,
}) => {
  const { page, proxy } = await openThroughProxy(browser, app);
  const name = freshName("cut");
  await createHeld(app, page, name, async (release) => {
    const loads = countLoads(page);
    proxy.cut();
    await expect(reconnecting(page)).toBeVisible();
    await release();
    await untilPhase(app, name, "ready");
    await expect(headOf(page, name).getByText("Creating", { exact: true })).toBeVisible();
    proxy.restore();
    await expectState(page, name, "Ready");
    await expect(reconnecting(page)).toHaveCount(0);
    await expectWholeTimeline(page);
    expect(loads()).toBe(0);
  });
  await deleteAndSee(page, app, name);
  await page.context().close();
});

test("a create continues after the server is killed and restarted, and the page shows it", async ({
  browser,
  app: shared,
}) => {
  const app = await startApp({ installation: shared.installation });
  const page = await (await browser.newContext({ baseURL: app.origin })).newPage();
  try {
    await signIn(page);
    await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
    const name = freshName("killed");
    await createHeld(shared, page, name, async (release) => {
      const loads = countLoads(page);
      await app.kill9();
      await expect(reconnecting(page)).toBeVisible();
      await release();
      await expect(headOf(page, name).getByText("Creating", { exact: true })).toBeVisible();
      await app.restart();
      await expectState(page, name, "Ready");
      await expect(reconnecting(page)).toHaveCount(0);
      await expectWholeTimeline(page);
      expect(loads()).toBe(0);
    });
    await test.step("the page shows the same timeline after a reload", async () => {
      await visitAgain(page);
      await expectWholeTimeline(page);
    });
  } finally {
    await page.context().close();
    await app.close();
  }
});

test("a page that slept during a create shows the ready store when it wakes", async ({ browser, app }) => {
  const { page, proxy } = await openThroughProxy(browser, app);
  const name = freshName("asleep");
  await page.clock.install();
  await createHeld(app, page, name, async (release) => {
    const loads = countLoads(page);
    // What was connected looks as if it still were, and nothing comes any more.
    proxy.stall();
    await release();
    await untilPhase(app, name, "ready");
    await expect(headOf(page, name).getByText("Creating", { exact: true })).toBeVisible();
    await page.clock.fastForward("30:00");
    await expectState(page, name, "Ready");
    await expectWholeTimeline(page);
    expect(loads()).toBe(0);
  });
  await deleteAndSee(page, app, name);
  await page.context().close();
});
