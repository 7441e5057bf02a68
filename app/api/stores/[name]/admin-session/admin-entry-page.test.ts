import { describe, expect, it } from "vitest";
import { adminEntryPage, refusedEntryPage, wantsPage } from "./admin-entry-page";

const entry = {
  url: "http://store-blue.localhost:8080/storeyard-sign-in",
  fields: { ticket: 'a"><script>alert(1)</script>' },
  expiresInSeconds: 60,
};

describe("the page that sends a browser to the shop's admin pages", () => {
  it("may only post the ticket to that shop", async () => {
    const response = adminEntryPage(entry);
    const html = await response.text();
    expect(html).toContain(`action="http://store-blue.localhost:8080/storeyard-sign-in"`);
    expect(html).not.toContain("<script>alert");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action http://store-blue.localhost:8080;");
    expect(html).toContain(`nonce="${/'nonce-([^']+)'/.exec(policy)?.[1]}"`);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("has a new nonce in each response", () => {
    const policies = [1, 2].map(() => adminEntryPage(entry).headers.get("content-security-policy"));
    expect(policies[0]).not.toBe(policies[1]);
  });

  it("shows the reason if the sign-in is refused", async () => {
    const response = refusedEntryPage("“blue” is <not> ready.", 409, "/stores/blue");
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("“blue” is &#60;not&#62; ready.");
  });
});

it.each([
  ["text/html,application/xhtml+xml,*/*;q=0.8", true],
  ["application/json", false],
  ["*/*", false],
])("a request that accepts %s gets a page: %s", (accept, expected) => {
  expect(wantsPage(new Request("http://localhost", { headers: { accept } }))).toBe(expected);
});
