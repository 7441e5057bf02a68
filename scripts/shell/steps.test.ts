import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { formatSeconds, logStepsTo, mention, say, step } from "./steps";

let log: string;

beforeEach(() => {
  log = join(mkdtempSync(join(tmpdir(), "steps-")), "log");
  logStepsTo(log);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  return () => {
    vi.restoreAllMocks();
    logStepsTo(null);
  };
});

const lines = () =>
  readFileSync(log, "utf8")
    .trimEnd()
    .replaceAll(/\d+\.\d s/g, "0.0 s")
    .split("\n");

describe("steps without a terminal", () => {
  it("print their start, their progress and their end", async () => {
    const answer = await step("Build", () => {
      say("half way");
      return 7;
    });
    expect(answer).toBe(7);
    expect(lines()).toEqual(["· Build", "  half way", "✓ Build  0.0 s"]);
  });

  it("are marked when they fail, and pass the error on", async () => {
    await expect(step("Build", () => Promise.reject(new Error("no space")))).rejects.toThrow("no space");
    expect(lines()).toEqual(["· Build", "✗ Build  0.0 s"]);
  });

  it("are nested, and do not print the lines of programs", async () => {
    await step("Start", async () => {
      await step("Disk", () => mention("one of many lines of a program"));
      say("ready");
    });
    expect(lines()).toEqual(["· Start", "  · Disk", "  ✓ Disk  0.0 s", "  ready", "✓ Start  0.0 s"]);
  });
});

describe("a time", () => {
  it.each([
    [1_234, "1.2 s"],
    [59_949, "59.9 s"],
    [59_960, "1 min 0 s"],
    [119_999, "2 min 0 s"],
    [754_400, "12 min 34 s"],
  ])("%i ms is %s", (ms, text) => {
    expect(formatSeconds(ms)).toBe(text);
  });
});
