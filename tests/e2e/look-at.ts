import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const widths = [390, 1440] as const;
export const schemes = ["light", "dark"] as const;

/** Called for each look, e.g. to keep a picture of it. */
type OnLook = (name: string) => Promise<void>;

/**
 * Looks at the page as it is, in light and dark, on a phone and on a desk: nothing that keeps somebody from using it, and
 * nothing that sticks out of the screen.
 */
export async function lookAt(page: Page, what: string, onLook: OnLook = async () => {}): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      const found = serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      expect(found, `${what} in ${colorScheme} at ${width} px`).toEqual([]);
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sticksOut, `${what} at ${width} px`).toBeLessThanOrEqual(0);
      await onLook(`${what}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
}
