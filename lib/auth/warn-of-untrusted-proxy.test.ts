import { expect, it } from "vitest";
import { createTestPlatform } from "@/tests/support/test-platform";
import { peerHeader } from "./request-origin";
import { warnOfUntrustedProxy } from "./warn-of-untrusted-proxy";

/** What is logged about sign-ins from these connections: pairs of the peer and its X-Forwarded-For. */
function warningsOf(requests: [peer: string, forwarded: string | null][], trusted = "") {
  const { app } = createTestPlatform({ env: { TRUSTED_PROXIES: trusted } });
  const logged: string[] = [];
  const log = {
    warn: (_: object, message: string) => void logged.push(message),
  } as unknown as typeof app.log;
  const known = new Set<string>();
  for (const [peer, forwarded] of requests) {
    const headers = new Headers({ [peerHeader]: peer });
    if (forwarded !== null) headers.set("x-forwarded-for", forwarded);
    warnOfUntrustedProxy({ log, settings: app.settings }, headers, known);
  }
  return logged;
}

it("a proxy that is not trusted is reported once, with what to do", () => {
  const logged = warningsOf([
    ["10.0.0.1", "203.0.113.7"],
    ["10.0.0.1", "203.0.113.8"],
  ]);
  expect(logged).toEqual([expect.stringContaining("add it to TRUSTED_PROXIES")]);
});

it.each<[string, [string, string | null], string]>([
  ["a trusted proxy", ["10.0.0.1", "203.0.113.7"], "10.0.0.0/8"],
  ["a direct connection", ["203.0.113.7", null], ""],
  ["a direct connection whose address the framework added", ["::ffff:203.0.113.7", "203.0.113.7"], ""],
])("%s is not reported", (_, request, trusted) => {
  expect(warningsOf([request], trusted)).toEqual([]);
});

it("no more than twenty addresses are reported", () => {
  const requests = Array.from({ length: 30 }, (_, index): [string, string] => [
    `10.0.0.${index}`,
    "192.0.2.1",
  ]);
  expect(warningsOf(requests)).toHaveLength(20);
});
