import { type Algorithm, Ratelimit, type RatelimitConfig } from "@upstash/ratelimit";
import type { Rate } from "@/lib/domain/rate";
import type { HitLog } from "./hit-log";

type Limiter = RatelimitConfig["limiter"];
type Context = Limiter extends Algorithm<infer C> ? C : never;

/** The library passes its client to the algorithm only. Ours stores uses in SQLite. */
const noRedis = {} as RatelimitConfig["redis"];

/** The library's limiter, with an exact sliding window over the log of uses as its algorithm. */
export function createSqliteLimiter(
  name: string,
  rate: Rate,
  log: () => HitLog,
  now: () => number,
): Ratelimit {
  const slidingWindow: Algorithm<Context> = () => ({
    async limit(_context, key) {
      const at = now();
      const { allowed, most, remaining, resetMs } = log().hit(key, rate, at);
      return { success: allowed, limit: most, remaining, reset: at + resetMs, pending: Promise.resolve() };
    },
    async getRemaining(_context, key) {
      const at = now();
      const { remaining, resetMs } = log().remaining(key, rate, at);
      return { limit: rate.most, remaining, reset: at + resetMs };
    },
    async resetTokens(_context, key) {
      log().reset(key);
    },
  });
  return new Ratelimit({
    redis: noRedis,
    limiter: slidingWindow,
    prefix: name,
    analytics: false,
    // The library's cache would keep refusing by a clock of its own.
    ephemeralCache: false,
    // After its timeout the library lets every request through. SQLite answers at once or throws.
    timeout: 0,
  });
}
