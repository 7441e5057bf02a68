import { globSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openDatabase } from "@/lib/db/connect";
import { projectRoot } from "@/scripts/shell/state";
import { followEvents } from "@/tests/support/follow-events";
import type { TestApp } from "@/tests/support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "@/tests/support/stores";
import { expect, test } from "../support/app-fixture";
import { expectSteady, watchShifts } from "../support/layout-shift";
import { lookAt } from "../support/look-at";
import { visit } from "../support/visit";

const name = freshName("pages");
const store = `/stores/${name}`;

interface Look {
  path: string;
  /** What is there once the page is. */
  seen: string;
  /** What it is called in the gallery, where it is to be there. */
  picture?: string;
}

/** Where to look, by the routes of the pages; a page that is not among them fails the first test. */
const outside: Record<string, Look[]> = {
  "/sign-in": [{ path: "/sign-in", seen: "Sign in" }],
  "/register": [{ path: "/register", seen: "Storeyard" }],
  "/setup": [{ path: "/setup#x", seen: "This link is not valid" }],
  "/join": [{ path: "/join#x", seen: "This link is not valid" }],
  "/new-password": [{ path: "/new-password#x", seen: "This link is not valid" }],
  "/api/docs": [{ path: "/api/docs", seen: "API reference" }],
  "/api/docs/[part]": [
    { path: "/api/docs/stores", seen: "Create a store" },
    { path: "/api/docs/answers", seen: "The fields of every response" },
    { path: "/api/docs/nothing", seen: "This page does not exist" },
  ],
};
const inside: Record<string, Look[]> = {
  "/": [
    { path: "/", seen: "Pages Shop", picture: "stores" },
    { path: "/?q=nobody-is-called-that", seen: "No stores found", picture: "no-match" },
  ],
  "/stores/new": [{ path: "/stores/new", seen: "Title", picture: "new-store" }],
  "/stores/[name]": [
    { path: store, seen: "Volumes", picture: "store-overview" },
    { path: "/stores/nobody-has-this", seen: "Store not found", picture: "no-such-store" },
  ],
  "/stores/[name]/activity": [{ path: `${store}/activity`, seen: "Created", picture: "store-activity" }],
  "/stores/[name]/logs": [{ path: `${store}/logs`, seen: "Set-up done", picture: "store-logs" }],
  "/stores/[name]/settings": [
    { path: `${store}/settings`, seen: "Delete this store", picture: "store-settings" },
  ],
  "/stores/[name]/kubernetes": [
    { path: `${store}/kubernetes`, seen: "# Source:", picture: "store-kubernetes" },
  ],
  "/insights": [{ path: "/insights", seen: "Time to ready", picture: "insights" }],
  "/cluster": [{ path: "/cluster", seen: "Storage classes", picture: "cluster" }],
  "/account": [{ path: "/account", seen: "Change password" }],
  "/account/sessions": [{ path: "/account/sessions", seen: "This browser" }],
  "/account/tokens": [{ path: "/account/tokens", seen: "New token" }],
  "/accounts": [{ path: "/accounts", seen: "Signed in" }],
  "/accounts/invitations": [{ path: "/accounts/invitations", seen: "Invite somebody" }],
  "/plans": [{ path: "/plans", seen: "Largest volume" }],
  "/audit": [{ path: "/audit", seen: "Audit log" }],
};
const nowhere: Look = { path: "/nowhere", seen: "This page does not exist", picture: "not-found" };

test("every page of the app is looked at", () => {
  const pages = globSync("app/**/page.tsx", { cwd: projectRoot });
  const routes = pages.map((file) => `/${file.replace(/^app\/|\([^)]+\)\/|\/?page\.tsx$/g, "")}`);
  expect(Object.keys({ ...outside, ...inside }).sort()).toEqual(routes.sort());
});

test("the pages for who is not signed in can be used by everybody", async ({ page }) => {
  await lookAtAll(page, Object.values(outside).flat());
});

test("the pages for who is signed in can be used by everybody", async ({ signedIn: page, app, shoot }) => {
  test.setTimeout(300_000);
  await withStore(app, async () => {
    await lookAtAll(page, [...Object.values(inside).flat(), nowhere], (picture) => shoot(page, picture));
    await test.step("nothing moves on what is asked of the cluster", async () => {
      await watchShifts(page);
      for (const { path, seen } of [
        ...(inside["/cluster"] ?? []),
        { path: store, seen: "Latest operation" },
      ]) {
        const shifts = await expectSteady(page, path, () =>
          expect(page.getByText(seen).first()).toBeVisible(),
        );
        console.log(`${path}: CLS ${shifts}`);
      }
    });
    await test.step("palette", async () => {
      await visit(page, "/");
      await page.getByRole("button", { name: "Find a store, a page or an action" }).click();
      await expect(page.getByRole("option", { name: "Insights" })).toBeVisible();
      await lookAt(page, "palette", (picture) => shoot(page, picture));
    });
    await test.step("another plan", async () => {
      await visit(page, `${store}/settings`);
      await page.getByRole("button", { name: "Change plan…" }).click();
      await expect(page.getByRole("dialog").getByRole("radio", { name: "Small" })).toBeVisible();
      await lookAt(page, "another plan");
    });
  });
});

test("a page that fails says so, and leads on", async ({ signedIn: page, app }) => {
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

async function lookAtAll(
  page: Page,
  looks: Look[],
  keep?: (picture: string) => Promise<void>,
): Promise<void> {
  for (const { path, seen, picture } of looks) {
    await test.step(path, async () => {
      await visit(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByText(seen).first()).toBeVisible();
      await expect(page).toHaveTitle(/Storeyard/);
      await lookAt(page, picture ?? path, picture === undefined ? undefined : keep);
    });
  }
}

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
