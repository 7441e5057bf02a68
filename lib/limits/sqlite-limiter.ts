import { type Algorithm, Ratelimit, type RatelimitConfig } from "@upstash/ratelimit";
import type { Rate } from "@/lib/domain/rate";
import type { HitLog } from "./hit-log";

type Limiter = RatelimitConfig["limiter"];
type Context = Limiter extends Algorithm<infer C> ? C : never;

/** Our algorithm asks SQLite; the library's own ones would ask this. */
const noRedis = {} as RatelimitConfig["redis"];

/** An exact sliding window over the log of hits. */
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
    async getRemaining() {
      throw new Error("Nobody asks what is left without taking from it.");
    },
    async resetTokens() {
      throw new Error("Nobody gives uses back.");
    },
  });
  return new Ratelimit({
    redis: noRedis,
    limiter: slidingWindow,
    prefix: name,
    analytics: false,
    // A cache of its own would keep refusing by a clock of its own.
    ephemeralCache: false,
    // After its time-out the library lets everybody in. SQLite answers at once or throws.
    timeout: 0,
  });
}
