import { addressParty, emailParty } from "@/lib/domain/rate";
import { assertWithinRate } from "@/lib/services/access/assert-within-rate";
import type { AnonymousCtx } from "@/lib/services/app-context";
import { hasSignedInFrom } from "@/lib/services/sessions/has-signed-in-from";
import { warnOfUntrustedProxy } from "./warn-of-untrusted-proxy";

/**
 * Counts a password attempt, first against the client's address and then against the account. Attempts from a blocked
 * address do not count for the account. Addresses from which the account was signed in recently have a count of their
 * own, so that strangers can't lock the owner out there. Throws AppError `rate_limited`, or `unavailable` if attempts
 * can't be counted.
 */
export async function assertSignInRate({ app, origin }: AnonymousCtx, request: Request): Promise<void> {
  warnOfUntrustedProxy(app, request.headers);
  await assertWithinRate(app, "sign-in", addressParty(origin.address));
  const email = await readEmail(request.clone());
  if (email === null) return;
  const account = emailParty(email);
  const isKnown = hasSignedInFrom(app, email, origin.address);
  await assertWithinRate(app, "sign-in", isKnown ? `${account} ${addressParty(origin.address)}` : account);
}

/** next-auth accepts a form and JSON. */
async function readEmail(request: Request): Promise<string | null> {
  const text = await request.text();
  if (!request.headers.get("content-type")?.includes("application/json")) {
    return new URLSearchParams(text).get("email");
  }
  try {
    const email: unknown = JSON.parse(text)?.email;
    return typeof email === "string" ? email : null;
  } catch {
    return null;
  }
}
