import { join } from "node:path";
import { execa } from "execa";
import { goEnv } from "@/cluster/build";
import { runCommand } from "../shell/command";
import { ensureStateDir, projectRoot } from "../shell/state";
import { print, say } from "../shell/steps";
import type { Tally } from "./stage";

/** The first run compiles the Kubernetes client: go prints nothing while it does. */
const silenceMs = 30 * 60_000;

/**
 * Runs the tests of the local cluster's Go programs and counts them. Without Go there are none to run: the local
 * cluster can't be built on such a machine.
 */
export async function runGoTests(): Promise<Tally> {
  const env = goEnv();
  const { failed: goIsMissing } = await execa("go", ["version"], { env, extendEnv: false, reject: false });
  if (goIsMissing) {
    say("Go is not installed: the tests of the local cluster's programs are left out.");
    return { passed: 0, failed: 0 };
  }
  const events: GoTestEvent[] = [];
  let runFailed = false;
  try {
    await runCommand("go", ["test", "-json", "./cmd/..."], {
      cwd: join(projectRoot, "cluster"),
      env,
      logFile: join(ensureStateDir("logs"), "test-go.log"),
      silenceMs,
      onLine: (line) => events.push(parseGoTestEvent(line)),
    });
  } catch (error) {
    runFailed = true;
    for (const { Output } of events) if (Output) print(`  ${Output.trimEnd()}`);
    print(`  ${(error as Error).message}`);
  }
  return countGoTests(events, runFailed);
}

/** A line of `go test -json`; see `go doc test2json`. */
export interface GoTestEvent {
  Action: string;
  Test?: string;
  Output?: string;
}

/** A line that is not JSON, such as a compiler's message, counts as output. */
export function parseGoTestEvent(line: string): GoTestEvent {
  try {
    return JSON.parse(line) as GoTestEvent;
  } catch {
    return { Action: "output", Output: line };
  }
}

/** Counts tests and subtests. A run that failed without a failed test, or that ran nothing, is one failure. */
export function countGoTests(events: GoTestEvent[], runFailed: boolean): Tally {
  const count = (action: string) => events.filter(({ Action, Test }) => Action === action && Test).length;
  const tally = { passed: count("pass"), failed: count("fail") };
  const wrong = runFailed || tally.passed === 0;
  return wrong && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
