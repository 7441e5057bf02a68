/** Keeps cookies by origin and follows redirects, as a browser would. */
export class TestBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  cookies(origin: string): string {
    return [...this.jarOf(origin)].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Returns the last response and all addresses on the way. An address that contains `stopAt` is not requested. */
  async visit(
    url: string,
    init: RequestInit = {},
    stopAt?: string,
  ): Promise<{ response: Response; path: string[] }> {
    const path = [url];
    let response = await this.request(url, init);
    while (response.headers.has("location")) {
      if (path.length > 20) throw new Error(`Redirected without an end: ${path.join(" → ")}`);
      const next = new URL(response.headers.get("location") ?? "", path.at(-1)).href;
      path.push(next);
      if (stopAt !== undefined && next.includes(stopAt)) break;
      response = await this.request(next);
    }
    return { response, path };
  }

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const headers = new Headers(init.headers);
    headers.set("cookie", this.cookies(origin));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      const isGone = /expires=thu, 01 jan 1970/i.test(cookie) || /max-age=0/i.test(cookie);
      if (isGone) this.jarOf(origin).delete(pair.slice(0, at));
      else this.jarOf(origin).set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  private jarOf(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}
