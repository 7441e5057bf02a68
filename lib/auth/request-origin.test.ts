import { describe, expect, it } from "vitest";
import { peerHeader, requestOrigin } from "./request-origin";

function address(peer: string | null, forwarded: string | null, trusted: string[] = []): string | null {
  const headers = new Headers();
  if (peer !== null) headers.set(peerHeader, peer);
  if (forwarded !== null) headers.set("x-forwarded-for", forwarded);
  return requestOrigin(headers, trusted).address;
}

describe("the client address of a request", () => {
  it.each([
    ["is the peer address of a direct connection", "203.0.113.7", null, [], "203.0.113.7"],
    ["is not taken from a header on a direct connection", "203.0.113.7", "198.51.100.1", [], "203.0.113.7"],
    [
      "is the address that a trusted proxy appended",
      "10.0.0.1",
      "198.51.100.1",
      ["10.0.0.1"],
      "198.51.100.1",
    ],
    [
      "is not an address that the client sent to a trusted proxy",
      "10.0.0.1",
      "1.2.3.4, 198.51.100.1",
      ["10.0.0.0/8"],
      "198.51.100.1",
    ],
    [
      "is the address that the first of two trusted proxies appended",
      "10.0.0.1",
      "1.2.3.4, 198.51.100.1, 10.0.0.2",
      ["10.0.0.0/8"],
      "198.51.100.1",
    ],
    ["is the proxy's address if the header is missing", "10.0.0.1", null, ["10.0.0.1"], "10.0.0.1"],
    [
      "is the proxy's address if the header contains no address",
      "10.0.0.1",
      "unknown",
      ["10.0.0.1"],
      "10.0.0.1",
    ],
    [
      "is the IPv4 address of an IPv4 connection over an IPv6 socket",
      "::ffff:203.0.113.7",
      null,
      [],
      "203.0.113.7",
    ],
    ["is an IPv6 address behind a trusted network", "fd00::1", "2001:db8::9", ["fd00::/8"], "2001:db8::9"],
    ["is null without a connection", null, "198.51.100.1", ["10.0.0.1"], null],
  ])("%s", (_what, peer, forwarded, trusted, expected) => {
    expect(address(peer, forwarded, trusted as string[])).toBe(expected);
  });

  it("each request has a unique id", () => {
    const ids = [1, 2].map(() => requestOrigin(new Headers(), []).requestId);
    expect(new Set(ids).size).toBe(2);
  });
});
