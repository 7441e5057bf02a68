import { addressParty, emailParty } from "@/lib/domain/rate";
import { assertWithinRate } from "@/lib/services/access/assert-within-rate";
import type { AnonymousCtx } from "@/lib/services/app-context";
import { hasSignedInFrom } from "@/lib/services/sessions/has-signed-in-from";

/**
 * Counts a try of a password, first by where it comes from: an address that has none left can't use up the tries of
 * other people's accounts too. Then by the account, where an address that it was signed in from lately is counted apart:
 * strangers who guess lock its owner out at new places alone.
 * Throws AppError `rate_limited`, or `unavailable` where tries can't be counted.
 */
export async function assertSignInRate({ app, origin }: AnonymousCtx, request: Request): Promise<void> {
  await assertWithinRate(app, "sign-in", addressParty(origin.address));
  const email = await readEmail(request.clone());
  if (email === null) return;
  const account = emailParty(email);
  const isKnown = hasSignedInFrom(app, email, origin.address);
  await assertWithinRate(app, "sign-in", isKnown ? `${account} ${addressParty(origin.address)}` : account);
}

/** As next-auth reads it, which takes a form and JSON alike. */
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
