import { randomUUID } from "node:crypto";
import { BlockList, isIP } from "node:net";
import type { Origin } from "@/lib/services/app-context";

/** The client address of the connection. server.ts sets it on every request. */
export const peerHeader = "x-storeyard-peer";

const longestUserAgent = 300;

/**
 * The origin of a request. X-Forwarded-For counts only if the connection comes from a trusted proxy; the client is its
 * last entry that is not a trusted proxy.
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
    // No more entries, or one that is not an address: the last known address is the result.
    if (before === undefined || before === null) break;
    address = before;
  }
  return address;
}

/** The address of a connection that forwards a request for another address and is no trusted proxy; null otherwise. */
export function findUntrustedProxy(headers: Headers, trustedProxies: readonly string[]): string | null {
  const peer = plainAddress(headers.get(peerHeader) ?? "");
  const forwarded = headers.get("x-forwarded-for");
  if (peer === null || forwarded === null || isIn(blockListOf(trustedProxies), peer)) return null;
  // Without the header, the framework adds it with the address of the connection.
  return plainAddress(forwarded.trim()) === peer ? null : peer;
}

/**
 * Whether a request comes from this host, judged by its connection. A request that came through a proxy, trusted or
 * not, counts as remote.
 */
export function isFromThisHost(headers: Headers, trustedProxies: readonly string[]): boolean {
  const loopback = blockListOf(["127.0.0.0/8", "::1"]);
  const peer = plainAddress(headers.get(peerHeader) ?? "");
  if (peer === null || !isIn(loopback, peer) || isIn(blockListOf(trustedProxies), peer)) return false;
  if (["forwarded", "via", "x-real-ip"].some((name) => headers.has(name))) return false;
  // Without the header, the framework adds it with the address of the connection.
  const hops = (headers.get("x-forwarded-for") ?? peer).split(",").map((hop) => plainAddress(hop.trim()));
  return hops.every((hop) => hop !== null && isIn(loopback, hop));
}

/** The address without the IPv4-in-IPv6 prefix of a dual-stack socket; null if it is not an address. */
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
