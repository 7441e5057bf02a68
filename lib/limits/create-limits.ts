import type { Ratelimit } from "@upstash/ratelimit";
import type { Logger } from "pino";
import { type Rate, type RateClass, type RateVerdict, rateClasses } from "@/lib/domain/rate";
import { AppError } from "@/lib/errors";
import { HitLog } from "./hit-log";
import { createSqliteLimiter } from "./sqlite-limiter";

const sayEveryMs = 60_000;

/** Number of requests of each class that a party may send. */
export interface RateLimits {
  /**
   * Counts one use of a class by each of these parties (see lib/domain/rate.ts). Returns the verdict of the party that
   * has least left; null if the limiter is broken and the use is allowed without a count. Throws AppError
   * `unavailable` if it is broken and the class is `sign-in`: password guesses have to be counted.
   */
  take(rate: RateClass, ...parties: string[]): Promise<RateVerdict | null>;
  close(): void;
}

export interface LimitsOptions {
  file: string;
  rates: Record<RateClass, Rate>;
  log: Pick<Logger, "error">;
  /** Called for each refusal, and for each failure of the limiter itself. */
  onRefusal?: (rate: RateClass) => void;
  onFailure?: (rate: RateClass) => void;
  /** In milliseconds; never goes back. */
  now?: () => number;
}

export function createLimits(options: LimitsOptions): RateLimits {
  const { file, rates, log, now = () => Math.floor(performance.timeOrigin + performance.now()) } = options;
  const longestWindowMs = Math.max(...Object.values(rates).map(({ windowMs }) => windowMs));
  let hits: HitLog | null = null;
  let saidAt = Number.NEGATIVE_INFINITY;
  const openHits = () => {
    hits ??= new HitLog(file, longestWindowMs, now());
    return hits;
  };
  const limiters = Object.fromEntries(
    rateClasses.map((rate) => [rate, createSqliteLimiter(rate, rates[rate], openHits, now)]),
  ) as Record<RateClass, Ratelimit>;

  async function ask(rate: RateClass, party: string): Promise<RateVerdict> {
    const { success, remaining, reset } = await limiters[rate].limit(party);
    return { ...rates[rate], rate, allowed: success, remaining, resetMs: Math.max(0, reset - now()) };
  }

  /** The next use opens the file again, whatever the failure was. */
  function noteFailure(rate: RateClass, error: unknown): void {
    options.onFailure?.(rate);
    closeHits();
    if (now() - saidAt < sayEveryMs) return;
    saidAt = now();
    log.error(
      { err: error, file },
      "The rate limiter is broken: sign-ins are refused, other requests are not limited",
    );
  }

  function closeHits(): void {
    try {
      hits?.close();
    } finally {
      hits = null;
    }
  }

  return {
    async take(rate, ...parties) {
      let verdict: RateVerdict | null = null;
      try {
        for (const party of parties) {
          const said = await ask(rate, party);
          if (verdict === null || isTighter(said, verdict)) verdict = said;
        }
      } catch (error) {
        noteFailure(rate, error);
        if (rate !== "sign-in") return null;
        throw new AppError(
          "unavailable",
          "Sign-in is unavailable: the rate limiter has failed. Try again in a minute.",
          {
            cause: error,
          },
        );
      }
      if (verdict?.allowed === false) options.onRefusal?.(rate);
      return verdict;
    },
    close: closeHits,
  };
}

function isTighter(a: RateVerdict, b: RateVerdict): boolean {
  if (a.allowed !== b.allowed) return b.allowed;
  return a.allowed ? a.remaining < b.remaining : a.resetMs > b.resetMs;
}
