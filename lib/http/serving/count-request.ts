import { accountParty, addressParty, type RateVerdict } from "@/lib/domain/rate";
import type { AppError } from "@/lib/errors";
import { rateLimited } from "@/lib/services/access/assert-within-rate";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import type { Operation } from "../contract/operation";

export interface CountedRequest {
  /** The rate limit headers of the response. */
  headers: Record<string, string>;
  /** Set if the request exceeds a limit. */
  refusal: AppError | null;
}

/**
 * Counts a request against the limit for all requests, and against the operation's own limit if it has one. The party is
 * the account, or the IP address without one. A stream counts once, when it is opened.
 */
export async function countRequest(ctx: AnonymousCtx | Ctx, operation: Operation): Promise<CountedRequest> {
  const party = ctx.actor ? accountParty(ctx.actor.userId) : addressParty(ctx.origin.address);
  const verdicts = [await ctx.app.limits.take("requests", party)];
  if (operation.rate && verdicts[0]?.allowed !== false) {
    verdicts.push(await ctx.app.limits.take(operation.rate, party));
  }
  const said = verdicts.filter((verdict) => verdict !== null);
  const refused = said.find(({ allowed }) => !allowed);
  return { headers: rateLimitHeaders(said), refusal: refused ? rateLimited(refused) : null };
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: structured fields, with times in whole seconds. */
function rateLimitHeaders(verdicts: RateVerdict[]): Record<string, string> {
  if (verdicts.length === 0) return {};
  const seconds = (ms: number) => Math.ceil(ms / 1_000);
  return {
    "RateLimit-Policy": verdicts
      .map(({ rate, most, windowMs }) => `"${rate}";q=${most};w=${seconds(windowMs)}`)
      .join(", "),
    RateLimit: verdicts
      .map(({ rate, remaining, resetMs }) => `"${rate}";r=${remaining};t=${seconds(resetMs)}`)
      .join(", "),
  };
}
