import { expect, type Locator, type Page } from "@playwright/test";
import { createStore, deleteStore, freshName } from "@/tests/support/stores";
import { test } from "../support/pages-fixture";
import { visit } from "../support/visit";

const widths = [320, 390];

/** Every link of a navigation, wholly within the screen and within what the navigation shows. */
async function expectAllInSight(page: Page, navigation: Locator, names: string[]): Promise<void> {
  await expect(navigation.getByRole("link")).toHaveText(names);
  const cut = await navigation.evaluate((nav) => {
    const { left, right } = nav.getBoundingClientRect();
    return [...nav.querySelectorAll("a")]
      .filter((link) => {
        const box = link.getBoundingClientRect();
        return box.left < Math.max(0, left) || box.right > Math.min(innerWidth, right) || box.height < 24;
      })
      .map(({ textContent }) => textContent);
  });
  expect(cut, `at ${page.viewportSize()?.width} px`).toEqual([]);
}

/** Long lines, which a phone wraps, as the server would send them. */
function linesOf(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const at = new Date(Date.UTC(2026, 0, 5, 12, 0, 0, number)).toISOString();
    const text = `GET /product/${number} HTTP/1.1 200 ${"a long user agent ".repeat(12)}end of ${number}.`;
    return `id: ${at}\nevent: line\ndata: ${JSON.stringify({ at, pod: "site-0", text })}\n\n`;
  }).join("");
}

test("a phone shows every entry of the navigation", async ({ signedIn: page, app }) => {
  const name = freshName("phone");
  await createStore(app, name, { type: "wordpress" });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 760 });
    await visit(page, `/stores/${name}`);
    const main = page.getByRole("navigation", { name: "Main" });
    await expectAllInSight(page, main, ["Stores", "Insights", "Accounts", "Plans", "Audit log", "Cluster"]);
    const tabs = page.getByRole("navigation", { name: "This store" });
    await expectAllInSight(page, tabs, ["Overview", "Activity", "Logs", "Settings", "Kubernetes"]);
  }
  await deleteStore(app, name);
});

for (const width of widths) {
  test(`the log follows new lines on a screen of ${width} px`, async ({ signedIn: page, app }) => {
    const name = freshName("phone-log");
    await createStore(app, name, { type: "wordpress" });
    const { promise: seen, resolve: goOn } = Promise.withResolvers<void>();
    let asked = 0;
    await page.route("**/logs/stream**", async (route) => {
      asked++;
      if (asked > 2) return route.abort();
      if (asked === 2) await seen;
      const body = asked === 1 ? linesOf(0, 350) : linesOf(700, 3);
      await route.fulfill({ contentType: "text/event-stream", body });
    });
    await page.setViewportSize({ width, height: 760 });
    await visit(page, `/stores/${name}/logs`);
    const log = page.getByRole("region", { name: "Log of the site" });
    await expect(log.getByText("end of 349.")).toBeInViewport();
    expect(await isAtEnd(log)).toBe(true);
    goOn();
    // The stream ends, and the page opens it again: more lines have come.
    await expect(log.getByText("end of 702.")).toBeInViewport();
    expect(await isAtEnd(log)).toBe(true);
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await deleteStore(app, name);
  });
}

function isAtEnd(log: Locator): Promise<boolean> {
  return log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 2);
}
