import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { HitLog } from "./hit-log";
import { createSqliteLimiter } from "./sqlite-limiter";

const now = 1_800_000_000_000;
const log = new HitLog(join(mkdtempSync(join(tmpdir(), "storeyard-limits-")), "hits.db"), 60_000, now);
afterEach(() => log.close());

test("the library's limiter counts uses, returns the remaining uses without counting, and resets", async () => {
  const limiter = createSqliteLimiter(
    "create",
    { most: 3, windowMs: 60_000 },
    () => log,
    () => now,
  );
  expect(await limiter.limit("ann")).toMatchObject({
    success: true,
    limit: 3,
    remaining: 2,
    reset: now + 60_000,
  });
  expect(await limiter.getRemaining("ann")).toMatchObject({ limit: 3, remaining: 2, reset: now + 60_000 });
  expect(await limiter.getRemaining("ann")).toMatchObject({ remaining: 2 });
  await limiter.limit("ann");
  await limiter.limit("ann");
  expect(await limiter.limit("ann")).toMatchObject({ success: false, remaining: 0 });
  await limiter.resetUsedTokens("ann");
  expect(await limiter.getRemaining("ann")).toMatchObject({ remaining: 3 });
});
