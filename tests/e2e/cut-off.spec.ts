import type { Locator, Page } from "@playwright/test";
import type { Phase } from "@/lib/domain/store";
import type { StoreResource } from "@/lib/http/store-resource";
import { request } from "../support/api-client";
import { startCuttableProxy } from "../support/cuttable-proxy";
import type { TestApp } from "../support/start-app";
import { deleteStore, freshName } from "../support/stores";
import { expect, signIn, test } from "./app-fixture";
import { createSite, expectState, headOf, patient } from "./store-page";
import { untilLive } from "./visit";

const steps = [
  "Prepare a space of its own",
  "Hand it to the cluster",
  "Get the disks",
  "Start the database",
  "Start the shop",
  "Place a test order",
];

const reconnecting = (page: Page): Locator => page.getByRole("status").filter({ hasText: "Reconnecting…" });

/** Each step of the create once, and done. */
async function expectWholeTimeline(page: Page): Promise<void> {
  const rows = page.getByRole("list", { name: "Created" }).getByRole("listitem");
  await expect(rows).toHaveCount(steps.length);
  for (const step of steps) {
    await expect(rows.filter({ hasText: step })).toHaveCount(1);
    await expect(rows.filter({ hasText: step })).toContainText("Done:");
  }
}

/** Asks past the page, which does not know it yet. */
async function untilPhase(app: TestApp, name: string, phase: Phase): Promise<void> {
  const ask = () => request<StoreResource>(app, "GET", `/api/stores/${name}`);
  await expect.poll(async () => (await ask()).body.phase, patient).toBe(phase);
}

/** How often the page was loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => loads++);
  return () => loads;
}

test("a connection that is lost during a create is told, and nothing is missed", async ({ browser, app }) => {
  const { hostname: host, port } = new URL(app.origin);
  const proxy = await startCuttableProxy({ host, port: Number(port) });
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${proxy.port}` });
  const page = await context.newPage();
  const name = freshName("cut");
  try {
    await signIn(page);
    await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
    await untilLive(page);
    await page.getByRole("link", { name: "New store" }).first().click();
    await createSite(page, name);
    await expect(headOf(page, name)).toBeVisible();
    const loads = countLoads(page);
    proxy.cut();
    await expect(reconnecting(page)).toBeVisible();
    await untilPhase(app, name, "ready");
    await expect(headOf(page, name).getByText("Ready", { exact: true })).toBeHidden();
    proxy.restore();
    await expectState(page, name, "Ready");
    await expect(reconnecting(page)).toHaveCount(0);
    await expectWholeTimeline(page);
    expect(loads()).toBe(0);
    await deleteStore(app, name);
    await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
  } finally {
    await context.close();
    await proxy.close();
  }
});
