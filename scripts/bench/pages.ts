import { type BrowserContext, chromium, type Page } from "@playwright/test";
import config from "@/playwright.config";
import { adminPages } from "@/tests/e2e/support/admin-pages";
import { showLog } from "@/tests/e2e/support/show-log";
import { visit } from "@/tests/e2e/support/visit";
import { adminEmail, adminPassword } from "@/tests/support/start-app";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { buildApp } from "../app/build-app";
import { runScript } from "../shell/run-script";
import { print, step } from "../shell/steps";
import { ensureChromium } from "../testing/ensure-chromium";
import { firstBytesOf, framesOfScrolling, largestPaintOf, watchPaints } from "./page-times";
import { seedStores } from "./seed-stores";
import { formatTable, median, percentile } from "./statistics";

const stores = { baseline: 50, many: 5_000 };
const lines = { baseline: 200, many: 5_000 };
const promised = { lcpMs: 1_500, ttfbMs: 50, frameMs: 150 };
const rounds = 5;
const requests = 100;

interface Side {
  app: LoneApp;
  context: BrowserContext;
  page: Page;
}

await runScript(benchPages);

/**
 * Measures every page with 5,000 stores beside the same page with 50, in turns, and fails when a page is slower than
 * promised. Other work on the machine only adds to a time: the fastest round is judged, the median is printed.
 */
async function benchPages(): Promise<void> {
  await buildApp();
  await ensureChromium();
  const browser = await chromium.launch(config.use?.launchOptions);
  const sides: Side[] = [];
  try {
    for (const count of [stores.baseline, stores.many]) {
      const app = await startAppAlone();
      seedStores(app.databaseFile, count);
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
      const page = await context.newPage();
      sides.push({ app, context, page });
      await signIn(page, app.origin);
      await watchPaints(page);
    }
    const rows = [["page", `${stores.baseline} stores`, `${stores.many} stores`, "fastest", "promised"]];
    const late: string[] = [];
    const measure = async (
      name: string,
      promisedMs: number,
      times: (side: Side, isBaseline: boolean) => Promise<number>,
    ) => {
      const measured: [number[], number[]] = [[], []];
      await step(name, async () => {
        for (let round = 0; round < rounds; round++) {
          for (const [index, side] of sides.entries()) measured[index]?.push(await times(side, index === 0));
        }
      });
      const fastest = Math.min(...measured[1]);
      if (fastest > promisedMs) late.push(name);
      const shown = [median(measured[0]), median(measured[1]), fastest, promisedMs];
      rows.push([name, ...shown.map((ms) => `${ms.toFixed(0)} ms`)]);
    };
    await measure("list, time to the first byte, p95", promised.ttfbMs, firstByteP95);
    for (const path of adminPages) {
      await measure(`${path}, largest paint`, promised.lcpMs, ({ app, page }) =>
        largestPaintOf(page, app.origin + path),
      );
    }
    await measure(
      `scrolling a log (${lines.baseline} and ${lines.many} lines), a frame, p95`,
      promised.frameMs,
      async ({ app, context }, isBaseline) => {
        const page = await context.newPage();
        await showLog(page, app.origin, isBaseline ? lines.baseline : lines.many);
        const p95 = percentile(await framesOfScrolling(page), 0.95);
        await page.close();
        return p95;
      },
    );
    print(`\n${formatTable(rows)}`);
    if (late.length > 0) throw new Error(`Slower than promised: ${late.join("; ")}.`);
  } finally {
    await browser.close();
    for (const { app } of sides) await app.close();
  }
}

async function firstByteP95({ app, context, page }: Side): Promise<number> {
  const cookies = await context.cookies(app.origin);
  await page.goto("about:blank");
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return percentile(await firstBytesOf(`${app.origin}/`, cookie, requests), 0.95);
}

async function signIn(page: Page, origin: string): Promise<void> {
  await visit(page, `${origin}/sign-in`);
  await page.getByLabel("E-mail").fill(adminEmail);
  await page.getByLabel("Password", { exact: true }).fill(adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Stores", exact: true }).waitFor();
}
