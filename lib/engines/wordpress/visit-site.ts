import { AppError } from "@/lib/errors";
import type { ShopTarget } from "../engine";
import { refused, ShopClient } from "../shop-client";

/**
 * Visits the front page, the login page and the REST root through the Ingress, and reads what they say. With the key the
 * site runs the image's code alone: a plugin that hides the login page or shows a maintenance page is no failure. Whether
 * the owner's code works is for the check of the application.
 */
export async function visitSite(target: ShopTarget): Promise<void> {
  const site = new ShopClient(target);
  const headers = { "x-storeyard-key": target.platformKey };
  await expectPage(site, "Opening the front page", "/", headers, "<html");
  await expectPage(site, "Opening the login page", "/wp-login.php", headers, 'id="loginform"');
  const { json } = await site.expect<{ namespaces?: string[] }>("Reading the REST root", 200, "/wp-json/", {
    headers,
  });
  if (!json.namespaces?.includes("wp/v2")) {
    throw new AppError("unavailable", "Reading the REST root failed: it does not list WordPress's own API.");
  }
}

async function expectPage(
  site: ShopClient,
  action: string,
  path: string,
  headers: Record<string, string>,
  content: string,
): Promise<void> {
  const answer = await site.send(path, { headers });
  if (answer.status !== 200) throw refused(action, answer);
  if (!answer.text.includes(content)) {
    throw new AppError("unavailable", `${action} failed: it is another page.`);
  }
}
