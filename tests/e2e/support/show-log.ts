import type { Page } from "@playwright/test";
import { visit } from "./visit";

/** Opens the log of store-0, with that many lines in place of the shop's own. Its stream ends after the last one. */
export async function showLog(page: Page, origin: string, lines: number): Promise<void> {
  let asked = 0;
  await page.route("**/logs/stream**", (route) =>
    asked++ === 0
      ? route.fulfill({ contentType: "text/event-stream", body: logStream(lines) })
      : route.abort(),
  );
  // The page asks for the log to learn why it can't be followed.
  await page.route("**/logs?**", (route) => route.fulfill({ contentType: "text/plain", body: "" }));
  await visit(page, `${origin}/stores/store-0/logs`);
  await page.getByText(`GET /product/${lines - 1} `).waitFor();
}

/** A stream of that many log lines, as the server sends it. Every hundredth line contains "a needle". */
function logStream(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 0, 5, 12, 0, 0, index)).toISOString();
    const text =
      index % 100 === 7
        ? `PHP Warning: a needle, ${index}`
        : `GET /product/${index} HTTP/1.1 200 ${"x".repeat(80)}`;
    return `id: ${at}\nevent: line\ndata: ${JSON.stringify({ at, pod: "shop-0", text })}\n\n`;
  }).join("");
}
