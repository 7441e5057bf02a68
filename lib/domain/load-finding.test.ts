import { expect, it } from "vitest";
import type { Cause } from "./cause";
import { nextLoadFinding } from "./load-finding";

const cause = (code: "workers_busy" | "workers_killed"): Cause => ({
  code,
  component: "shop",
  message: code,
  waitingMayCure: true,
});
const at = (time: string) => new Date(`2026-11-27T${time}Z`);
const seen = (code: Parameters<typeof cause>[0]) => ({
  cause: cause(code),
  seenAt: at("10:00:00").toISOString(),
});

it("a finding starts at the time of the check", () => {
  expect(nextLoadFinding(null, cause("workers_busy"), at("10:00:00"))).toEqual(seen("workers_busy"));
});

it("busy workers are cleared by the next check that does not find them", () => {
  expect(nextLoadFinding(seen("workers_busy"), null, at("10:00:45"))).toBeNull();
});

it("killed workers are shown for ten minutes", () => {
  const killed = seen("workers_killed");
  expect(nextLoadFinding(killed, null, at("10:09:00"))).toEqual(killed);
  expect(nextLoadFinding(killed, null, at("10:10:00"))).toBeNull();
});
