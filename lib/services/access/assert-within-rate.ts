import type { RateClass, RateVerdict } from "@/lib/domain/rate";
import { AppError } from "@/lib/errors";
import type { AppContext } from "../app-context";

/**
 * Counts one request of a class for each party. Throws AppError `rate_limited` with the time to wait if a party has no
 * requests left.
 */
export async function assertWithinRate(
  app: Pick<AppContext, "limits">,
  rate: RateClass,
  ...parties: string[]
): Promise<void> {
  const verdict = await app.limits.take(rate, ...parties);
  if (verdict && !verdict.allowed) throw rateLimited(verdict);
}

export function rateLimited({ rate, most, windowMs, resetMs }: RateVerdict): AppError {
  const retryAfterS = Math.max(1, Math.ceil(resetMs / 1_000));
  const what = { requests: "requests", create: "creates", "sign-in": "sign-ins" }[rate];
  const within = windowMs === 60_000 ? "minute" : `${windowMs / 60_000} minutes`;
  return new AppError(
    "rate_limited",
    `Rate limit exceeded: ${most} ${what} per ${within}. Try again in ${retryAfterS} ${retryAfterS === 1 ? "second" : "seconds"}.`,
    { retryAfterS },
  );
}
