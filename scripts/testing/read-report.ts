import { existsSync, readFileSync } from "node:fs";
import type { Tally } from "./stage";

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** Counts Vitest's JSON report. A file that could not be loaded is one failure. */
export function countVitest(report: VitestReport): Tally {
  const unloadable = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

/** Counts Playwright's JSON report. A flaky test counts as failed. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * Reads a runner's report and compares it with the runner's exit. A run that failed without a failed test, left no report
 * or ran nothing counts as one failure.
 */
export function readTally<R>(file: string, count: (report: R) => Tally, runnerFailed: boolean): Tally {
  const tally = existsSync(file)
    ? count(JSON.parse(readFileSync(file, "utf8")) as R)
    : { passed: 0, failed: 0 };
  const wrong = runnerFailed || tally.passed === 0;
  return wrong && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
