/** Classes with a count of their own: all requests, and among them those with a lower limit. */
export const rateClasses = ["requests", "create", "sign-in"] as const;
export type RateClass = (typeof rateClasses)[number];

/** At most `most` requests in any window of that length. */
export interface Rate {
  most: number;
  windowMs: number;
}

/** A limiter's decision about one request. */
export interface RateVerdict extends Rate {
  rate: RateClass;
  allowed: boolean;
  /** Remaining requests. */
  remaining: number;
  /** Milliseconds until one more request is allowed: the oldest counted one leaves the window then. */
  resetMs: number;
}

/** The party of an account, from every address. */
export function accountParty(userId: string): string {
  return `account:${userId}`;
}

/** The party of a sign-in: the account's e-mail address, whether the account exists or not. */
export function emailParty(email: string): string {
  return `email:${email.trim().toLowerCase().slice(0, 254)}`;
}

/** The party before sign-in: the address; for IPv6 the /64 network, which one household or host usually gets. */
export function addressParty(address: string | null): string {
  if (address === null) return "address:unknown";
  return address.includes(":") ? `address:${networkOf(address)}` : `address:${address}`;
}

function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from(
    { length: tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length) },
    () => "0",
  );
  const groups = [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}
