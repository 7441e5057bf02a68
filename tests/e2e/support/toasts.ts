import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

type Telling = typeof globalThis & { toldByToasts: Map<Element, string> };

/** Has every page of the browser remember what its toasts say: they go after seconds, and a busy test may look later. */
export async function rememberToasts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const told = new Map<Element, string>();
    Object.assign(globalThis, { toldByToasts: told });
    new MutationObserver(() => {
      for (const toast of document.querySelectorAll("[data-sonner-toast]")) {
        told.set(toast, toast.textContent ?? "");
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** So many toasts of the page say this, or have said it since the page was loaded. */
export async function expectTold(page: Page, words: string, times = 1): Promise<void> {
  const told = () => page.evaluate(() => [...(globalThis as Telling).toldByToasts.values()]);
  const fitting = async () => (await told()).filter((each) => each.includes(words)).length;
  await expect.poll(fitting, `toasts that say “${words}”`).toBe(times);
}

/** The newest toast that says this, which comes first, while it is there: those that offer something stay longer. */
export function toastOf(page: Page, words: string): Locator {
  const toasts = page.getByRole("region", { name: /^Notifications/ }).getByRole("listitem");
  return toasts.filter({ hasText: words }).first();
}
