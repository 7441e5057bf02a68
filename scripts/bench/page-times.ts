import type { Page } from "@playwright/test";

/** Records the largest paint of every page that is loaded from now on. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { lcpMs: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcpMs = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
}

/** Loads a page and returns the time of its largest paint, in milliseconds. `watchPaints` has to be on. */
export async function largestPaintOf(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "load" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  // What the page draws when it becomes live is included.
  await page.evaluate(() => new Promise((drawn) => requestIdleCallback(() => requestAnimationFrame(drawn))));
  return page.evaluate(() => (window as unknown as { seen: { lcpMs: number } }).seen.lcpMs);
}

/** The time to the first byte of sequential requests, in milliseconds, after 20 requests to warm up. */
export async function firstBytesOf(address: string, cookie: string, count: number): Promise<number[]> {
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

/** The time of each frame while the log is scrolled from its first line to its last, in milliseconds. */
export function framesOfScrolling(page: Page): Promise<number[]> {
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
