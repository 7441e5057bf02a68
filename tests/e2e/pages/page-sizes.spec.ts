import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { adminPages } from "../support/admin-pages";
import { inviteAndJoin } from "../support/people";

const maxScriptKilobytes = 200;

let few: LoneApp;
let many: LoneApp;
let admin: Page;
test.beforeAll(async ({ browser }) => {
  few = await startAppAlone();
  seedStores(few.databaseFile, 200);
  many = await startAppAlone();
  seedStores(many.databaseFile, 5_000);
  admin = await inviteAndJoin(browser, many, "root@example.com", "admin");
});
test.afterAll(async () => {
  await admin?.context().close();
  await few?.close();
  await many?.close();
});

test("every page loads at most 200 kB of compressed scripts", async () => {
  for (const path of adminPages) {
    await test.step(path, async () => {
      const kilobytes = await scriptKilobytesOf(admin, many.origin + path);
      console.log(`${path}: scripts ${kilobytes.toFixed(1)} kB gzip`);
      expect(kilobytes).toBeGreaterThan(0);
      expect(kilobytes).toBeLessThanOrEqual(maxScriptKilobytes);
    });
  }
});

test("the list of 5,000 stores is no larger a document than that of 200", async ({ browser }) => {
  const other = await inviteAndJoin(browser, few, "root@example.com", "admin");
  const ofFew = await documentOf(other, `${few.origin}/`);
  const ofMany = await documentOf(admin, `${many.origin}/`);
  await other.context().close();
  expect(ofMany).toContain("5,000");
  expect(ofFew).toContain("200");
  // Names and counts have more digits.
  expect(ofMany.length / ofFew.length).toBeLessThan(1.05);
});

async function documentOf(page: Page, address: string): Promise<string> {
  return (await page.request.get(address)).text();
}

/** The gzip size of the scripts that a browser with an empty cache loads for the page, in kB. */
async function scriptKilobytesOf(page: Page, address: string): Promise<number> {
  const html = await documentOf(page, address);
  const tags = html.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? [];
  // Browsers with modules skip nomodule scripts.
  const loaded = tags.filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(loaded.map((tag) => /src="([^"]+)"/.exec(tag)?.[1]));
  let bytes = 0;
  for (const source of sources) {
    const script = await page.request.get(new URL(source as string, address).href);
    bytes += gzipSync(await script.body(), { level: 6 }).length;
  }
  return bytes / 1024;
}
