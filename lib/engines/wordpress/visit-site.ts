import { AppError } from "@/lib/errors";
import type { ShopTarget } from "../engine";
import { refused, ShopClient } from "../shop-client";

/** Visits the front page, the login page and the REST root through the Ingress, and looks at what they say. */
export async function visitSite(target: ShopTarget): Promise<void> {
  const site = new ShopClient(target);
  await expectPage(site, "Opening the front page", "/", "<html");
  await expectPage(site, "Opening the login page", "/wp-login.php", 'id="loginform"');
  const { json } = await site.expect<{ namespaces?: string[] }>("Asking the REST root", 200, "/wp-json/");
  if (!json.namespaces?.includes("wp/v2")) {
    throw new AppError("unavailable", "Asking the REST root failed: WordPress' own API is not there.");
  }
}

async function expectPage(site: ShopClient, deed: string, path: string, content: string): Promise<void> {
  const answer = await site.send(path);
  if (answer.status !== 200) throw refused(deed, answer);
  if (!answer.text.includes(content)) {
    throw new AppError("unavailable", `${deed} failed: the page is not the one it should be.`);
  }
}
