import type { Page, Response } from "@playwright/test";

/**
 * Opens a page of the app and waits until React listens. A page is shown before that, and what is typed or clicked then
 * is heard by nobody.
 */
export async function visit(page: Page, path: string): Promise<Response | null> {
  const answer = await page.goto(path);
  await untilLive(page);
  return answer;
}

/** The same for the page that is open. */
export async function visitAgain(page: Page): Promise<void> {
  await page.reload();
  await untilLive(page);
}

/** React marks the document that it has taken over; from then on no click is lost. */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer$")));
}
