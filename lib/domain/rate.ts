/** What is counted apart: every request, and in it what deserves a tighter limit of its own. */
export const rateClasses = ["requests", "create", "sign-in"] as const;
export type RateClass = (typeof rateClasses)[number];

/** At most so many within any stretch of that length. */
export interface Rate {
  most: number;
  windowMs: number;
}

/** What a limiter says to one use. */
export interface RateVerdict extends Rate {
  rate: RateClass;
  allowed: boolean;
  /** Uses that are left at this moment. */
  remaining: number;
  /** Until there is one more: the oldest use that counts leaves the window then. */
  resetMs: number;
}

/** Who is counted: an account, wherever it signs in from. */
export function accountParty(userId: string): string {
  return `account:${userId}`;
}

/** Who is counted at a sign-in: the account that it is about, whether it exists or not. */
export function emailParty(email: string): string {
  return `email:${email.trim().toLowerCase().slice(0, 254)}`;
}

/** Who is counted before a sign-in: the address; of IPv6 the /64, which is what one household or machine gets. */
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
