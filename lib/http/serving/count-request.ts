import { accountParty, addressParty, type RateVerdict } from "@/lib/domain/rate";
import type { AppError } from "@/lib/errors";
import { rateLimited } from "@/lib/services/access/assert-within-rate";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import type { Operation } from "../contract/operation";

export interface CountedRequest {
  /** What the answer says of it, whatever it is. */
  headers: Record<string, string>;
  /** Set where it is one too many. */
  refusal: AppError | null;
}

/**
 * Counts a request: by its account, whichever credential it came with, else by its address; once with all requests, and
 * once with its own class. A stream counts when it is opened.
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

/** As draft-ietf-httpapi-ratelimit-headers has them: structured fields, times in whole seconds. */
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
