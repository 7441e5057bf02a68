import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../shell/command";
import { ensureStateDir, projectRoot } from "../shell/state";
import { print } from "../shell/steps";
import { describeSlowest, listPlaywrightTimes, listVitestTimes, type TimedTest } from "./list-slowest";
import { countPlaywright, countVitest, readTally } from "./read-report";
import type { Tally } from "./stage";

const results = join(projectRoot, "test-results");

/** Longer than any single test may take. */
const silenceMs = 10 * 60_000;

interface RunOptions {
  args?: string[];
  env?: Record<string, string>;
}

/** Runs one of Vitest's projects and counts its tests. */
export async function runVitest(project: "unit" | "cluster", options: RunOptions): Promise<Tally> {
  const report = freshReport(`vitest-${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
  const failed = await runRunner(
    "vitest/vitest.mjs",
    [...args, `--outputFile.json=${report}`, ...(options.args ?? [])],
    project,
    { ...options, env: { ...options.env, NO_COLOR: "1" } },
  );
  if (project === "cluster") printSlowest(report, listVitestTimes);
  return readTally(report, countVitest, failed);
}

/** Runs the browser tests and counts them. `name` is that of the run's report and log. */
export async function runPlaywright(name: string, options: RunOptions): Promise<Tally> {
  const report = freshReport(`${name}.json`);
  // Not NO_COLOR: Playwright sets FORCE_COLOR for its workers, and Node complains about the two together.
  const env = { ...options.env, FORCE_COLOR: "0", PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ["test", "--reporter=list,json", ...(options.args ?? [])];
  const failed = await runRunner("@playwright/test/cli.js", args, name, { ...options, env });
  printSlowest(report, listPlaywrightTimes);
  return readTally(report, countPlaywright, failed);
}

async function runRunner(cli: string, args: string[], log: string, options: RunOptions): Promise<boolean> {
  try {
    await runCommand(process.execPath, [join("node_modules", cli), ...args], {
      cwd: projectRoot,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...options.env },
      logFile: join(ensureStateDir("logs"), `test-${log}.log`),
      silenceMs,
      onLine: (line) => print(`  ${line}`),
    });
    return false;
  } catch (error) {
    print(`  ${(error as Error).message}`);
    return true;
  }
}

/** Prints the slowest ten tests of a report; nothing where the runner left none. */
function printSlowest<R>(file: string, list: (report: R) => TimedTest[]): void {
  if (!existsSync(file)) return;
  print("  The slowest ten tests:");
  const tests = list(JSON.parse(readFileSync(file, "utf8")) as R);
  for (const line of describeSlowest(tests, 10)) print(`  ${line}`);
}

function freshReport(name: string): string {
  mkdirSync(results, { recursive: true });
  const file = join(results, name);
  rmSync(file, { force: true });
  return file;
}
