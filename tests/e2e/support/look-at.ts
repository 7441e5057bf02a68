import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

type Axe = typeof axe;

const widths = [390, 1440] as const;
const schemes = ["light", "dark"] as const;

/** Axe's rules that depend on the scheme. The others find in the dark what they find in the light. */
const rulesOfColor = ["color-contrast", "link-in-text-block"];

/** Called for each look, e.g. to keep a picture of it. */
type OnLook = (name: string) => Promise<void>;

/**
 * Looks at the page as it is, in light and dark, on a phone and on a desk: nothing that keeps somebody from using it, and
 * nothing that sticks out of the screen.
 */
export async function lookAt(page: Page, what: string, onLook: OnLook = async () => {}): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await finishTransitions(page);
      const rules = colorScheme === "light" ? null : rulesOfColor;
      expect(await findBarriers(page, rules), `${what} in ${colorScheme} at ${width} px`).toEqual([]);
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sticksOut, `${what} at ${width} px`).toBeLessThanOrEqual(0);
      await onLook(`${what}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  if (before) await page.setViewportSize(before);
}

/**
 * Ends the transitions that a change of scheme or size has started: measured in between, a text can still have the other
 * scheme's color. It does not wait for frames: a page in the background draws none.
 */
async function finishTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });
}

/** What axe finds serious or worse, with where. Our pages have no frames: what it does for those is left out. */
async function findBarriers(page: Page, rules: string[] | null): Promise<string[]> {
  // It takes the browser half a second to read axe: once for each document.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
      iframes: false,
      ...(runOnly && { runOnly }),
    });
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    return serious.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => [id, html, ...any.map(({ message }) => message)].join(": ")),
    );
  }, rules);
}
