export interface TimedTest {
  name: string;
  durationMs: number;
}

interface VitestReport {
  testResults: { name: string; assertionResults: { fullName: string; duration?: number | null }[] }[];
}

interface PlaywrightSuite {
  title: string;
  specs?: { title: string; file: string; tests: { results: { duration: number }[] }[] }[];
  suites?: PlaywrightSuite[];
}

/** The tests of Vitest's JSON report, with how long each took. */
export function listVitestTimes({ testResults }: VitestReport): TimedTest[] {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${file.split("/").at(-1)}: ${fullName}`,
      durationMs: duration ?? 0,
    })),
  );
}

/** The tests of Playwright's JSON report, with how long each took. */
export function listPlaywrightTimes({ suites }: { suites: PlaywrightSuite[] }): TimedTest[] {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).map(({ title, file, tests }) => ({
      name: `${file.split("/").at(-1)}: ${title}`,
      durationMs: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    })),
    ...listPlaywrightTimes({ suites: suite.suites ?? [] }),
  ]);
}

/** One line for each of the slowest tests, the slowest first. */
export function describeSlowest(tests: TimedTest[], count: number): string[] {
  return tests
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, count)
    .map(({ name, durationMs }) => `${(durationMs / 1000).toFixed(1).padStart(6)} s  ${name}`);
}
