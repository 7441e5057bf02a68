import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLimits, type RateLimits } from "./create-limits";

const minute = { most: 100, windowMs: 60_000 };
const rates = { requests: minute, create: { most: 3, windowMs: 60_000 }, "sign-in": minute };

let now: number;
let file: string;
const open: RateLimits[] = [];

beforeEach(() => {
  now = 1_800_000_000_000;
  file = join(mkdtempSync(join(tmpdir(), "storeyard-limits-")), "rate-limits.db");
});
afterEach(() => {
  for (const limits of open.splice(0)) limits.close();
});

function limitsOf(more: Partial<Parameters<typeof createLimits>[0]> = {}): RateLimits {
  const limits = createLimits({ file, rates, log: { error: () => {} }, now: () => now, ...more });
  open.push(limits);
  return limits;
}

describe("a limit of 100 within 60 seconds", () => {
  it("refuses the 101st use and returns the exact time of the next allowed use", async () => {
    const limits = limitsOf();
    for (let n = 0; n < 100; n += 1) {
      expect(await limits.take("requests", "ann")).toMatchObject({ allowed: true, remaining: 99 - n });
      now += 100;
    }
    const refused = await limits.take("requests", "ann");
    expect(refused).toMatchObject({ allowed: false, remaining: 0, resetMs: 50_000 });
    now += 49_999;
    expect(await limits.take("requests", "ann")).toMatchObject({ allowed: false, resetMs: 1 });
    now += 1;
    expect(await limits.take("requests", "ann")).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limits.take("requests", "ann")).toMatchObject({ allowed: false, resetMs: 100 });
  });

  it("applies to any 60 seconds, not only to calendar minutes", async () => {
    const limits = limitsOf();
    let letIn: number[] = [];
    let most = 0;
    for (let n = 0; n < 2_000; n += 1) {
      now += (n * 37) % 300;
      if ((await limits.take("requests", "ann"))?.allowed) letIn.push(now);
      letIn = letIn.filter((at) => at > now - 60_000);
      most = Math.max(most, letIn.length);
    }
    expect(most).toBe(100);
  });

  it("is counted per party and class", async () => {
    const limits = limitsOf();
    for (let n = 0; n < 3; n += 1) await limits.take("create", "ann");
    expect((await limits.take("create", "ann"))?.allowed).toBe(false);
    expect((await limits.take("create", "bob"))?.allowed).toBe(true);
    expect((await limits.take("requests", "ann"))?.allowed).toBe(true);
  });

  it("returns the verdict of the party with the least remaining", async () => {
    const limits = limitsOf();
    await limits.take("create", "address");
    await limits.take("create", "address");
    expect(await limits.take("create", "mail", "address")).toMatchObject({ remaining: 0, allowed: true });
    expect(await limits.take("create", "mail", "address")).toMatchObject({ allowed: false });
  });

  it("keeps its counts across a restart", async () => {
    const first = limitsOf();
    for (let n = 0; n < 3; n += 1) await first.take("create", "ann");
    first.close();
    expect((await limitsOf().take("create", "ann"))?.allowed).toBe(false);
  });

  it("does not lock a party out after the clock was set back", async () => {
    const first = limitsOf();
    for (let n = 0; n < 3; n += 1) await first.take("create", "ann");
    first.close();
    now -= 3_600_000;
    expect((await limitsOf().take("create", "ann"))?.allowed).toBe(true);
  });

  it("reports each refusal", async () => {
    const onRefusal = vi.fn();
    const limits = limitsOf({ onRefusal });
    for (let n = 0; n < 5; n += 1) await limits.take("create", "ann");
    expect(onRefusal.mock.calls).toEqual([["create"], ["create"]]);
  });
});

describe("the file of counts", () => {
  it("is readable by its owner only", async () => {
    await limitsOf().take("requests", "ann");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("is replaced when it is not a database", async () => {
    writeFileSync(file, "x".repeat(10_000));
    expect((await limitsOf().take("requests", "ann"))?.allowed).toBe(true);
  });
});

describe("a broken limiter", () => {
  const broken = () => {
    const error = vi.fn();
    const onFailure = vi.fn();
    const limits = limitsOf({ file: join(file, "under/a/file"), log: { error }, onFailure });
    writeFileSync(file, "");
    return { limits, error, onFailure };
  };

  it("allows everything but sign-ins", async () => {
    const { limits } = broken();
    expect(await limits.take("requests", "ann")).toBeNull();
    expect(await limits.take("create", "ann")).toBeNull();
    await expect(limits.take("sign-in", "ann")).rejects.toThrow(
      expect.objectContaining({ code: "unavailable" }),
    );
  });

  it("logs it once a minute, and counts each failure", async () => {
    const { limits, error, onFailure } = broken();
    for (let n = 0; n < 50; n += 1) await limits.take("requests", "ann");
    expect(error).toHaveBeenCalledTimes(1);
    expect(onFailure).toHaveBeenCalledTimes(50);
    now += 60_000;
    await limits.take("requests", "ann");
    expect(error).toHaveBeenCalledTimes(2);
  });

  it("limits again after it is repaired", async () => {
    const { limits } = broken();
    expect(await limits.take("create", "ann")).toBeNull();
    rmSync(file);
    expect((await limits.take("create", "ann"))?.allowed).toBe(true);
  });
});
