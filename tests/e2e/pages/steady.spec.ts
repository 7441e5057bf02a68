import { expect, type Page, test } from "@playwright/test";
import { eq } from "drizzle-orm";
import { openDatabase } from "@/lib/db/connect";
import { storeMembers, stores, users } from "@/lib/db/schema";
import { seedStores } from "@/scripts/bench/seed-stores";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { expectSteady, watchShifts } from "../support/layout-shift";
import { inviteAndJoin } from "../support/people";

let app: LoneApp;
let admin: Page;
let member: Page;

test.beforeAll(async ({ browser }) => {
  app = await startAppAlone();
  seedStores(app.databaseFile, 12);
  admin = await inviteAndJoin(browser, app, "root@example.com", "admin");
  member = await inviteAndJoin(browser, app, "mona@example.com");
  give(app, "mona@example.com", ["store-8", "store-10"]);
  for (const page of [admin, member]) await watchShifts(page);
});
test.afterAll(async () => {
  for (const page of [admin, member]) await page?.context().close();
  await app?.close();
});

/** Gives ready stores to an account. Stores that a test creates would wait for a cluster. */
function give({ databaseFile }: LoneApp, email: string, names: string[]): void {
  const db = openDatabase(databaseFile);
  const { id } = db.select({ id: users.id }).from(users).where(eq(users.email, email)).all()[0] ?? {};
  for (const name of names) {
    const given = db.update(stores).set({ ownerId: id }).where(eq(stores.name, name)).returning().get();
    db.update(storeMembers).set({ userId: id }).where(eq(storeMembers.storeId, given.id)).run();
  }
  db.$client.close();
}

const heading = (page: Page, level: number, name: string) => () =>
  expect(page.getByRole("heading", { level, name })).toBeVisible();

test("the layout does not shift while a page loads", async () => {
  test.slow();
  const looks: [string, Page, string, () => Promise<void>][] = [
    ["an admin's list", admin, "/", heading(admin, 2, "Store number 11")],
    ["a member's list", member, "/", heading(member, 2, "Store number 10")],
    ["a store", admin, "/stores/store-1", heading(admin, 1, "Store number 1")],
    ["a store's settings", admin, "/stores/store-1/settings", heading(admin, 2, "Members")],
    ["a new store", member, "/stores/new", heading(member, 1, "New store")],
    ["insights", admin, "/insights", heading(admin, 1, "Insights")],
  ];
  for (const [what, page, path, isShown] of looks) {
    await test.step(what, async () => {
      console.log(`${what}: CLS ${await expectSteady(page, app.origin + path, isShown)}`);
    });
  }
});

test("the skeleton of the list has the dimensions of the list", async () => {
  for (const [who, page] of [["an admin", admin] as const, ["a member", member] as const]) {
    for (const width of [390, 1440]) {
      await test.step(`for ${who} at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto("/insights");
        await fetchedAhead(page);
        const release = await hold(page);
        await page.getByRole("link", { name: "Stores", exact: true }).click();
        await expect(page.getByText("Loading your stores")).toBeAttached();
        const held = await placesOf(page);
        release();
        await expect(page.getByRole("region", { name: "Stores" })).toBeVisible();
        const came = await placesOf(page);
        for (const [part, place] of Object.entries(came)) {
          expect(
            Math.abs(place - (held[part] ?? 0)),
            `${part} moves: ${held[part]} to ${place}`,
          ).toBeLessThan(1);
        }
      });
    }
  }
});

/** The list's link is in sight: the tree of its page and what is shown at a click on it are fetched ahead. */
async function fetchedAhead(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const fetched = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const ofList = fetched.filter(({ name }) => new URL(name).pathname === "/" && name.includes("_rsc="));
    return ofList.filter(({ responseEnd }) => responseEnd > 0).length >= 2;
  });
}

const isList = ({ pathname, searchParams }: URL) => pathname === "/" && searchParams.has("_rsc");

/** Lets the page itself wait. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(isList, async (route) => {
    await held;
    await route.continue();
  });
  return () => {
    release();
    void page.unrouteAll({ behavior: "ignoreErrors" });
  };
}

/** Where the parts of the list's page stand, and how high a row is, in pixels. */
function placesOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll("main > :not(p)")].map((part) =>
      part.getBoundingClientRect(),
    );
    const list = document.querySelector("main > section:last-of-type");
    const row = list?.querySelector(":scope > ul > li, :scope > div");
    const places = boxes.slice(0, 4).map(({ top }, at) => [`part ${at + 1}`, top] as const);
    return Object.fromEntries([...places, ["height of a row", row?.getBoundingClientRect().height ?? 0]]);
  });
}
