import { describe, expect, it } from "vitest";
import { peerHeader, requestOrigin } from "./request-origin";

function address(peer: string | null, forwarded: string | null, trusted: string[] = []): string | null {
  const headers = new Headers();
  if (peer !== null) headers.set(peerHeader, peer);
  if (forwarded !== null) headers.set("x-forwarded-for", forwarded);
  return requestOrigin(headers, trusted).address;
}

describe("the address that a request came from", () => {
  it.each([
    ["of a direct connection is the connection's", "203.0.113.7", null, [], "203.0.113.7"],
    ["is not what its sender claims", "203.0.113.7", "198.51.100.1", [], "203.0.113.7"],
    [
      "behind a trusted proxy is what that proxy saw",
      "10.0.0.1",
      "198.51.100.1",
      ["10.0.0.1"],
      "198.51.100.1",
    ],
    [
      "is not what its sender claimed to a trusted proxy",
      "10.0.0.1",
      "1.2.3.4, 198.51.100.1",
      ["10.0.0.0/8"],
      "198.51.100.1",
    ],
    [
      "behind two trusted proxies is what the first one saw",
      "10.0.0.1",
      "1.2.3.4, 198.51.100.1, 10.0.0.2",
      ["10.0.0.0/8"],
      "198.51.100.1",
    ],
    ["is the proxy's own where that says nothing", "10.0.0.1", null, ["10.0.0.1"], "10.0.0.1"],
    ["is the proxy's own where that says no address", "10.0.0.1", "unknown", ["10.0.0.1"], "10.0.0.1"],
    ["of IPv4 over an IPv6 socket is the IPv4 one", "::ffff:203.0.113.7", null, [], "203.0.113.7"],
    ["of IPv6 behind a trusted network", "fd00::1", "2001:db8::9", ["fd00::/8"], "2001:db8::9"],
    ["is not known without a connection", null, "198.51.100.1", ["10.0.0.1"], null],
  ])("%s", (_what, peer, forwarded, trusted, expected) => {
    expect(address(peer, forwarded, trusted as string[])).toBe(expected);
  });

  it("comes with an id of its own for each request", () => {
    const ids = [1, 2].map(() => requestOrigin(new Headers(), []).requestId);
    expect(new Set(ids).size).toBe(2);
  });
});
