import type { Page } from "@playwright/test";
import { followEvents } from "../support/follow-events";
import type { TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { expect, signIn, test } from "./app-fixture";
import { lookAt } from "./look-at";

const name = freshName("pages");

/** Where to look, what it is called in the gallery, and what must be there first. */
const places: { path: string; what: string; ready: (page: Page) => Promise<void> }[] = [
  { path: "/", what: "stores", ready: (page) => seen(page, "Pages Shop") },
  { path: "/?q=nobody-is-called-that", what: "no-match", ready: (page) => seen(page, "No store matches") },
  { path: "/stores/new", what: "new-store", ready: (page) => seen(page, "Title") },
  { path: `/stores/${name}`, what: "store-overview", ready: (page) => seen(page, "of 10") },
  { path: `/stores/${name}/activity`, what: "store-activity", ready: (page) => seen(page, "Created") },
  { path: `/stores/${name}/logs`, what: "store-logs", ready: (page) => seen(page, "Set-up done") },
  {
    path: `/stores/${name}/settings`,
    what: "store-settings",
    ready: (page) => seen(page, "Delete this store"),
  },
  { path: `/stores/${name}/kubernetes`, what: "store-kubernetes", ready: (page) => seen(page, "# Source:") },
  { path: "/insights", what: "insights", ready: (page) => seen(page, "Time to ready") },
  { path: "/cluster", what: "cluster", ready: (page) => seen(page, "Storage classes") },
  {
    path: "/stores/nobody-has-this",
    what: "no-such-store",
    ready: (page) => seen(page, "There is no such store"),
  },
  { path: "/nowhere", what: "not-found", ready: (page) => seen(page, "This page does not exist") },
];

async function seen(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text).first()).toBeVisible();
}

test("every page of the dashboard can be used by everybody, in light and dark, on a phone and on a desk", async ({
  page,
  app,
  shoot,
}) => {
  test.setTimeout(300_000);
  await withStore(app, async () => {
    await signIn(page);
    await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
    for (const { path, what, ready } of places) {
      await test.step(what, async () => {
        await page.goto(path);
        await ready(page);
        await expect(page).toHaveTitle(/Storeyard/);
        await lookAt(page, what, (picture) => shoot(page, picture));
      });
    }
    await test.step("palette", async () => {
      await page.goto("/");
      await seen(page, "Pages Shop");
      await page.getByRole("button", { name: "Find a store, a page or an action" }).click();
      await expect(page.getByRole("option", { name: "Insights" })).toBeVisible();
      await lookAt(page, "palette", (picture) => shoot(page, picture));
    });
  });
});

/** A store that is ready while `use` runs. */
async function withStore(app: TestApp, use: () => Promise<void>): Promise<void> {
  const events = await followEvents(app);
  try {
    await createStore(app, name, { title: "Pages Shop", type: "wordpress" });
    await untilPhase(events, name, "ready");
    await use();
  } finally {
    await deleteStore(app, name);
    await untilForgotten(events, name);
    events.close();
  }
}
