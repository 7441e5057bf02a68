import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mention } from "../shell/steps";
import { untilStalled } from "./stage";

beforeEach(() => {
  vi.useFakeTimers();
  mention("the test begins");
});
afterEach(() => {
  vi.useRealTimers();
});

const minuteMs = 60_000;

describe("a stage", () => {
  it("that reports nothing for the given minutes is stopped", async () => {
    const stage = untilStalled(20, "Bringing up the cluster", new Promise(() => {}));
    stage.catch(() => {});
    await vi.advanceTimersByTimeAsync(20 * minuteMs + 1_000);
    await expect(stage).rejects.toThrow(
      "Bringing up the cluster was given up: it reported nothing for 20 minutes.",
    );
  });

  it("has no time limit while it reports something", async () => {
    const work = Promise.withResolvers<string>();
    const stage = untilStalled(20, "Bringing up the cluster", work.promise);
    for (let round = 0; round < 12; round++) {
      await vi.advanceTimersByTimeAsync(15 * minuteMs);
      mention("a package was compiled");
    }
    work.resolve("done");
    expect(await stage).toBe("done");
  });
});
