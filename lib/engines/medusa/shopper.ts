import { AppError } from "@/lib/errors";
import { refused, type ShopAnswer, type ShopClient } from "../shop-client";

/** A browser that keeps cookies and runs no scripts. */
export class Shopper {
  private readonly shop: ShopClient;
  private readonly cookies = new Map<string, string>();

  constructor(shop: ShopClient) {
    this.shop = shop;
  }

  /** Opens a page. Throws AppError `unavailable` that names the action if it does not open. */
  async open(action: string, path: string): Promise<string> {
    const answer = await this.shop.send(path, { headers: { cookie: this.cookieHeader() } });
    this.keepCookies(answer);
    if (answer.status !== 200) throw refused(action, answer);
    return answer.text;
  }

  /** Sends a form. Returns where it leads. Throws if that is another page than expected. */
  async send(action: string, path: string, form: Record<string, string>, next: RegExp): Promise<string> {
    const answer = await this.shop.send(path, {
      method: "POST",
      headers: { cookie: this.cookieHeader() },
      form,
    });
    this.keepCookies(answer);
    if (answer.status !== 303) throw refused(action, answer);
    const location = answer.headers.location;
    if (typeof location !== "string" || !next.test(location)) {
      throw new AppError("unavailable", `${action} failed: the shop leads to ${location}.`);
    }
    return location;
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  private keepCookies({ headers }: ShopAnswer): void {
    for (const cookie of [headers["set-cookie"] ?? []].flat()) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      if (name && value) this.cookies.set(name, value);
    }
  }
}
