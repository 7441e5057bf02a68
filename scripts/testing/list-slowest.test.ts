import { expect, test } from "vitest";
import { describeSlowest, listPlaywrightTimes, listVitestTimes } from "./list-slowest";

test("the slowest tests come first, up to the given number", () => {
  const tests = [
    { name: "quick", durationMs: 20 },
    { name: "slowest", durationMs: 90_000 },
    { name: "slow", durationMs: 1_500 },
  ];
  expect(describeSlowest(tests, 2)).toEqual(["  90.0 s  slowest", "   1.5 s  slow"]);
});

test("Vitest's report contains file, test and duration; skipped tests have no duration", () => {
  const assertionResults = [{ fullName: "a store is ready", duration: 12 }, { fullName: "skipped" }];
  expect(
    listVitestTimes({ testResults: [{ name: "/x/tests/cluster/a.test.ts", assertionResults }] }),
  ).toEqual([
    { name: "a.test.ts: a store is ready", durationMs: 12 },
    { name: "a.test.ts: skipped", durationMs: 0 },
  ]);
});

test("Playwright's report is read at every level of nested suites", () => {
  const specs = (title: string) => [
    { title, file: "pages/a.spec.ts", tests: [{ results: [{ duration: 5 }] }] },
  ];
  const inner = { title: "a group", specs: specs("inside") };
  expect(listPlaywrightTimes({ suites: [{ title: "a", specs: specs("outside"), suites: [inner] }] })).toEqual(
    [
      { name: "a.spec.ts: outside", durationMs: 5 },
      { name: "a.spec.ts: inside", durationMs: 5 },
    ],
  );
});
