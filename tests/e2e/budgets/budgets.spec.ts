import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { median, percentile } from "@/scripts/bench/statistics";
import { adminEmail, adminPassword } from "@/tests/support/start-app";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { untilLive, visit } from "../support/visit";

const stores = 5_000;
const budget = { scriptKilobytes: 200, lcpMs: 1_500, layoutShift: 0.05, ttfbMs: 50 };
const rounds = 5;
const maxFirstByteRounds = 8;

const pages = [
  "/",
  "/insights",
  "/stores/new",
  "/stores/store-1",
  "/stores/store-1/activity",
  "/stores/store-1/logs",
  "/stores/store-1/settings",
  "/stores/store-1/kubernetes",
  "/account",
  "/account/sessions",
  "/account/tokens",
  "/accounts",
  "/accounts/invitations",
  "/plans",
  "/audit",
  "/cluster",
];

let app: LoneApp;
test.beforeAll(async () => {
  app = await startAppAlone();
  seedStores(app.databaseFile, stores);
});
test.afterAll(() => app.close());

async function signIn(page: Page): Promise<void> {
  await visit(page, `${app.origin}/sign-in`);
  await page.getByLabel("E-mail").fill(adminEmail);
  await page.getByLabel("Password", { exact: true }).fill(adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("5,000").first()).toBeVisible();
}

test(`every page stays within its budgets with ${stores} stores`, async ({ page }) => {
  test.setTimeout(900_000);
  await signIn(page);
  await watchPaints(page);
  for (const path of pages) {
    await test.step(path, async () => {
      const address = app.origin + path;
      const scripts: number[] = [];
      const paints: Paints[] = [];
      for (let round = 0; round < rounds; round++) {
        scripts.push(await scriptKilobytesOf(page, address));
        paints.push(await paintsOf(page, address));
      }
      const kilobytes = median(scripts);
      const lcpMs = median(paints.map((each) => each.lcpMs));
      const shift = median(paints.map((each) => each.shift));
      console.log(
        `${path}: scripts ${kilobytes.toFixed(1)} kB gzip, LCP ${lcpMs.toFixed(0)} ms, CLS ${shift.toFixed(3)}`,
      );
      expect(kilobytes).toBeLessThanOrEqual(budget.scriptKilobytes);
      expect(lcpMs).toBeLessThan(budget.lcpMs);
      expect(shift).toBeLessThan(budget.layoutShift);
    });
  }
});

test(`the list of ${stores} stores is rendered within its time to the first byte`, async ({
  page,
  context,
}) => {
  await signIn(page);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.goto("about:blank");
  // What else runs on the machine only adds to a time. The list is fast enough when one undisturbed round is.
  const p95s: number[] = [];
  while (p95s.length < maxFirstByteRounds && !p95s.some((p95) => p95 < budget.ttfbMs)) {
    p95s.push(percentile(await firstBytes(`${app.origin}/`, cookie, 100), 0.95));
  }
  console.log(`TTFB p95 ${p95s.map((p95) => p95.toFixed(1)).join(", ")} ms`);
  expect(Math.min(...p95s)).toBeLessThan(budget.ttfbMs);
});

/** The gzip size of the scripts that a browser with an empty cache loads for the page, in kB. */
async function scriptKilobytesOf(page: Page, address: string): Promise<number> {
  const html = await (await page.request.get(address)).text();
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

interface Paints {
  lcpMs: number;
  shift: number;
}

/** Records the paints and layout shifts of every page that is loaded from now on. */
async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { lcpMs: 0, shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcpMs = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

async function paintsOf(page: Page, address: string): Promise<Paints> {
  await page.goto(address, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await untilLive(page);
  // What the page does when it becomes live is done and drawn: late layout shifts are included.
  await page.evaluate(() => new Promise((drawn) => requestIdleCallback(() => requestAnimationFrame(drawn))));
  return page.evaluate(() => (window as unknown as { seen: Paints }).seen);
}

/** The time to the first byte of sequential requests, in milliseconds, after 20 requests to warm up. */
async function firstBytes(address: string, cookie: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count + 20; index++) {
    const begun = performance.now();
    const response = await fetch(address, { headers: { cookie } });
    if (index >= 20) times.push(performance.now() - begun);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    await response.text();
  }
  return times;
}
