import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const widths = [390, 1440] as const;
const schemes = ["light", "dark"] as const;

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
      await untilDrawn(page);
      expect(await findBarriers(page), `${what} in ${colorScheme} at ${width} px`).toEqual([]);
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sticksOut, `${what} at ${width} px`).toBeLessThanOrEqual(0);
      await onLook(`${what}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  if (before) await page.setViewportSize(before);
}

/**
 * Waits until a change of scheme or size is drawn and its transitions have ended. Measured earlier, a text can still have
 * the other scheme's color.
 */
async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await nextFrame();
    const ends = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished);
    await Promise.allSettled(ends);
    await nextFrame();
  });
}

/** What axe finds serious or worse, with where. Our pages have no frames: what it does for those is left out. */
async function findBarriers(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => [id, html, ...any.map(({ message }) => message)].join(": ")),
  );
}
