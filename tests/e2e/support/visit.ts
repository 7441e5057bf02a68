import type { Page, Request, Response } from "@playwright/test";

/** Pods that start beside the tests change the machine's network, and Chromium then gives up what it is loading. */
const networkChanged = "net::ERR_NETWORK_CHANGED";

/**
 * Opens a page of the app and waits until React listens. A page is shown before that, and what is typed or clicked then
 * is heard by nobody.
 */
export async function visit(page: Page, path: string): Promise<Response | null> {
  return load(page, () => page.goto(path));
}

/** The same for the page that is open. */
export async function visitAgain(page: Page): Promise<void> {
  await load(page, () => page.reload());
}

/** Loads a page, and once more whenever the machine's network changed meanwhile. */
async function load(page: Page, open: () => Promise<Response | null>): Promise<Response | null> {
  for (;;) {
    const lost: string[] = [];
    const note = (request: Request) => {
      if (request.failure()?.errorText === networkChanged) lost.push(request.url());
    };
    page.on("requestfailed", note);
    try {
      const answer = await open().catch((error: Error) => {
        if (!error.message.includes(networkChanged)) throw error;
        lost.push(page.url());
        return null;
      });
      if (lost.length > 0) continue;
      await untilLive(page);
      return answer;
    } finally {
      page.off("requestfailed", note);
    }
  }
}

/** React marks the document that it has taken over; from then on no click is lost. */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer$")));
}
