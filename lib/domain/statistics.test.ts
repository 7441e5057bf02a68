import { describe, expect, it } from "vitest";
import { foldCreateDays, percentile } from "./statistics";

const now = new Date("2026-11-24T15:00:00Z");
const at = (time: string) => new Date(`2026-11-${time}Z`);

describe("the statistics of creates", () => {
  it("are listed per day, including days without creates", () => {
    const ended = [
      { at: at("24T01:00:00"), durationMs: 4_000 },
      { at: at("24T02:00:00"), durationMs: 3_000 },
      { at: at("24T03:00:00"), durationMs: null },
      { at: at("22T23:59:59"), durationMs: 9_000 },
    ];
    expect(foldCreateDays(ended, 3, now)).toEqual([
      { day: "2026-11-22", created: 1, failed: 0, medianMs: 9_000, p95Ms: 9_000 },
      { day: "2026-11-23", created: 0, failed: 0, medianMs: null, p95Ms: null },
      { day: "2026-11-24", created: 2, failed: 1, medianMs: 3_000, p95Ms: 4_000 },
    ]);
  });

  it("omit creates before the requested days", () => {
    expect(foldCreateDays([{ at: at("01T00:00:00"), durationMs: 1 }], 2, now)).toEqual([
      { day: "2026-11-23", created: 0, failed: 0, medianMs: null, p95Ms: null },
      { day: "2026-11-24", created: 0, failed: 0, medianMs: null, p95Ms: null },
    ]);
  });
});

it.each([
  [[], 0.5, null],
  [[7], 0.95, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [Array.from({ length: 100 }, (_, n) => n + 1), 0.95, 95],
])("of %j the %d percentile is %s", (sorted, share, expected) => {
  expect(percentile(sorted, share)).toBe(expected);
});
