import { randomUUID } from "node:crypto";
import { BlockList, isIP } from "node:net";
import type { Origin } from "@/lib/services/app-context";

/** Set by the server itself on every request (see record-peers.ts): who is at the other end of the connection. */
export const peerHeader = "x-storeyard-peer";

const longestUserAgent = 300;

/**
 * Where a request came from. X-Forwarded-For is its sender's own word: it counts only where the connection comes from
 * a proxy that the installation trusts, and of its entries the last one that no such proxy added.
 */
export function requestOrigin(headers: Headers, trustedProxies: readonly string[]): Origin {
  return {
    requestId: randomUUID(),
    address: clientAddress(headers, trustedProxies),
    userAgent: headers.get("user-agent")?.slice(0, longestUserAgent) ?? null,
  };
}

function clientAddress(headers: Headers, trustedProxies: readonly string[]): string | null {
  const peer = plainAddress(headers.get(peerHeader) ?? "");
  if (peer === null) return null;
  const trusted = blockListOf(trustedProxies);
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => plainAddress(hop.trim()));
  let address = peer;
  while (isIn(trusted, address)) {
    const before = hops.pop();
    // Nothing more, or something that is no address: what the trusted proxy said last is all that is known.
    if (before === undefined || before === null) break;
    address = before;
  }
  return address;
}

/**
 * Whether a request was made on this machine, by whoever is at the other end of the connection and not by what it says.
 * One that a proxy passed on was made elsewhere, whether the installation trusts that proxy or has never heard of it.
 */
export function isFromThisHost(headers: Headers, trustedProxies: readonly string[]): boolean {
  const loopback = blockListOf(["127.0.0.0/8", "::1"]);
  const peer = plainAddress(headers.get(peerHeader) ?? "");
  if (peer === null || !isIn(loopback, peer) || isIn(blockListOf(trustedProxies), peer)) return false;
  if (["forwarded", "via", "x-real-ip"].some((name) => headers.has(name))) return false;
  // The framework itself names the peer there where the client named nobody.
  const hops = (headers.get("x-forwarded-for") ?? peer).split(",").map((hop) => plainAddress(hop.trim()));
  return hops.every((hop) => hop !== null && isIn(loopback, hop));
}

/** Without the IPv4-in-IPv6 prefix that a dual-stack socket shows; null for what is no address. */
function plainAddress(text: string): string | null {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) === 0 ? null : address;
}

const lists = new Map<string, BlockList>();

function blockListOf(entries: readonly string[]): BlockList {
  const key = entries.join(",");
  const known = lists.get(key);
  if (known) return known;
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  lists.set(key, list);
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
