import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, readTally } from "./read-report";

const directory = mkdtempSync(join(tmpdir(), "report-"));
const passed = { status: "passed", assertionResults: [{}, {}] };

function written(report: object): string {
  const file = join(directory, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

describe("the tally of a test runner's report", () => {
  it("equals Vitest's counts", () => {
    const file = written({ numPassedTests: 2, numFailedTests: 1, testResults: [passed] });
    expect(readTally(file, countVitest, true)).toEqual({ passed: 2, failed: 1 });
  });

  it("counts a test file that could not be loaded", () => {
    const broken = { status: "failed", assertionResults: [] };
    const file = written({ numPassedTests: 2, numFailedTests: 0, testResults: [passed, broken] });
    expect(readTally(file, countVitest, true)).toEqual({ passed: 2, failed: 1 });
  });

  it("counts a flaky browser test and an error outside of tests as failures", () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [{}] };
    expect(readTally(written(report), countPlaywright, true)).toEqual({ passed: 3, failed: 3 });
  });

  it("is one failure if the runner failed and no test did", () => {
    const file = written({ numPassedTests: 2, numFailedTests: 0, testResults: [passed] });
    expect(readTally(file, countVitest, true)).toEqual({ passed: 2, failed: 1 });
  });

  it("is one failure if nothing ran or there is no report", () => {
    const nothing = written({ numPassedTests: 0, numFailedTests: 0, testResults: [] });
    expect(readTally(nothing, countVitest, false)).toEqual({ passed: 0, failed: 1 });
    expect(readTally(join(directory, "none.json"), countVitest, false)).toEqual({ passed: 0, failed: 1 });
  });
});
