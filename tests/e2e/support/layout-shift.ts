import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** What everybody calls a steady page. */
const most = 0.05;

/** Has every page that this one loads from now on add up what moves in it without its reader's doing. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { shift: 0, moved: [] as string[] };
    Object.assign(window, { seenShifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        seen.shift += entry.value;
        seen.moved.push(...entry.sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ""));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Loads a page of a steady one's kind, on a phone and on a desk, and answers how much moved. */
export async function expectSteady(
  page: Page,
  address: string,
  isShown: () => Promise<void>,
): Promise<string> {
  const shifts: string[] = [];
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: "load" });
    await isShown();
    // The stream stands and the page has settled: whatever would move has moved.
    await page.waitForFunction(() => performance.now() > 2_000);
    const seen = await page.evaluate(
      () => (window as unknown as { seenShifts: { shift: number; moved: string[] } }).seenShifts,
    );
    expect(seen.shift, `${address} at ${width} px moves: ${seen.moved.join(", ")}`).toBeLessThanOrEqual(most);
    shifts.push(`${seen.shift.toFixed(3)} at ${width} px`);
  }
  return shifts.join(", ");
}
