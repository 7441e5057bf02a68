import { beforeEach, describe, expect, it } from "vitest";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { GET } from "./route";

const token = "a-token-for-prometheus";

function ask(headers: Record<string, string>): Promise<Response> {
  return GET(new Request("http://localhost:3000/metrics", { headers }));
}

const statusOf = async (headers: Record<string, string>) => (await ask(headers)).status;

beforeEach(() => {
  serveWith(createTestPlatform({ env: { METRICS_TOKEN: token, TRUSTED_PROXIES: "127.0.0.9" } }).app);
});

describe("the metrics", () => {
  it("can be read from the same host", async () => {
    const response = await ask({ "x-storeyard-peer": "127.0.0.1" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toContain("storeyard_sse_streams 0");
    expect(await statusOf({ "x-storeyard-peer": "::ffff:127.0.0.1", "x-forwarded-for": "127.0.0.1" })).toBe(
      200,
    );
  });

  it("can be read from anywhere with the token", async () => {
    const headers = { "x-storeyard-peer": "192.0.2.1", authorization: `Bearer ${token}` };
    expect(await statusOf(headers)).toBe(200);
  });

  it.each([
    ["another host", { "x-storeyard-peer": "192.0.2.1" }],
    [
      "another host that claims to be this one",
      { "x-storeyard-peer": "192.0.2.1", "x-forwarded-for": "127.0.0.1" },
    ],
    ["a wrong token", { "x-storeyard-peer": "192.0.2.1", authorization: "Bearer a-token-for-prometheuS" }],
    ["a client behind a trusted proxy", { "x-storeyard-peer": "127.0.0.9" }],
    ["a client behind an unknown proxy", { "x-storeyard-peer": "127.0.0.1", "x-forwarded-for": "192.0.2.1" }],
    [
      "a client behind a proxy that adds another header",
      { "x-storeyard-peer": "127.0.0.1", via: "1.1 caddy" },
    ],
    ["an unknown address", {}],
  ])("can't be read from %s", async (_where, headers) => {
    expect(await statusOf(headers as Record<string, string>)).toBe(401);
  });

  it("can't be read from another host with a token if METRICS_TOKEN is not set", async () => {
    serveWith(createTestPlatform().app);
    expect(await statusOf({ "x-storeyard-peer": "192.0.2.1", authorization: "Bearer undefined" })).toBe(401);
  });
});
