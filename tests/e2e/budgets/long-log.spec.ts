import { expect, type Page, test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { percentile } from "@/scripts/bench/statistics";
import { adminEmail, adminPassword } from "@/tests/support/start-app";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { visit } from "../support/visit";

const count = 5_000;
/** Frames that take longer, and more than one in twenty of them, are seen as a stutter. */
const stutterMs = 150;
/** What else the machine does adds to a round and never takes away: a log that stutters does so in each. */
const mostRounds = 5;

let app: LoneApp;
test.beforeAll(async () => {
  app = await startAppAlone();
  seedStores(app.databaseFile, 1);
});
test.afterAll(() => app.close());

/** What the server would send of a shop that wrote much. */
function stream(): string {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 0, 5, 12, 0, 0, index)).toISOString();
    const text =
      index % 100 === 7
        ? `PHP Warning: a needle, ${index}`
        : `GET /product/${index} HTTP/1.1 200 ${"x".repeat(80)}`;
    return `id: ${at}\nevent: line\ndata: ${JSON.stringify({ at, pod: "shop-0", text })}\n\n`;
  }).join("");
}

test(`a log of ${count} lines is searched and scrolled without long tasks, and a message says that it was cut`, async ({
  page,
}) => {
  let asked = 0;
  await page.route("**/logs/stream**", (route) =>
    asked++ === 0 ? route.fulfill({ contentType: "text/event-stream", body: stream() }) : route.abort(),
  );
  // The log is asked for to learn why it can't be followed: it is there.
  await page.route("**/logs?**", (route) => route.fulfill({ contentType: "text/plain", body: "" }));
  await visit(page, `${app.origin}/sign-in`);
  await page.getByLabel("E-mail").fill(adminEmail);
  await page.getByLabel("Password", { exact: true }).fill(adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  await visit(page, `${app.origin}/stores/store-0/logs`);
  await expect(page.getByText(`GET /product/${count - 1} `)).toBeVisible();
  await expect(page.locator("[data-number]")).toHaveCount(count);
  // What is out of sight takes its place all the same: the scrollbar tells how long the log is, and nothing jumps.
  const log = page.getByRole("region", { name: "Log of the shop" });
  expect(await log.evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThanOrEqual(count * 20);
  await expect(page.getByRole("main").getByText("Reconnecting…")).toBeVisible();

  await page.getByRole("searchbox", { name: "Search the log" }).fill("NEEDLE");
  await expect(page.getByText("50 of 50")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 50")).toBeVisible();
  await expect(page.getByText("a needle, 7", { exact: false }).first()).toBeInViewport();
  await expect(page.getByRole("button", { name: "Go to newest line" })).toBeVisible();

  const rounds: number[] = [];
  while (rounds.length < mostRounds && !rounds.some((p95) => p95 < stutterMs)) {
    rounds.push(percentile(await framesOfScrolling(page), 0.95));
  }
  console.log(`a frame while scrolling: p95 ${rounds.map((p95) => p95.toFixed(0)).join(", ")} ms`);
  expect(Math.min(...rounds)).toBeLessThan(stutterMs);
});

/** Milliseconds that each frame took from the log's first line to its last. */
function framesOfScrolling(page: Page): Promise<number[]> {
  return page.getByRole("region", { name: "Log of the shop" }).evaluate(async (box) => {
    const tookMs: number[] = [];
    let last = performance.now();
    for (let top = 0; top < box.scrollHeight; top += 900) {
      box.scrollTop = top;
      await new Promise(requestAnimationFrame);
      tookMs.push(performance.now() - last);
      last = performance.now();
    }
    return tookMs;
  });
}
