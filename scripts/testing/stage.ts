import { printFailure } from "../shell/run-script";
import { silenceMs, step } from "../shell/steps";

export interface Tally {
  passed: number;
  failed: number;
}

export const oneFailed: Tally = { passed: 0, failed: 1 };

/** Runs a named part of the test run. A failure is printed and counted, and the run goes on. */
export async function stage(title: string, run: () => Promise<Tally>): Promise<Tally> {
  try {
    return await step(title, async () => {
      const tally = await run();
      if (tally.failed > 0) throw new StageFailed(tally);
      return tally;
    });
  } catch (error) {
    if (error instanceof StageFailed) return error.tally;
    printFailure(error);
    return oneFailed;
  }
}

/** A stage without tests of its own. It counts as one test. */
export function check(title: string, run: () => Promise<unknown>): Promise<Tally> {
  return stage(title, async () => {
    await run();
    return { passed: 1, failed: 0 };
  });
}

class StageFailed extends Error {
  readonly tally: Tally;
  constructor(tally: Tally) {
    super("some tests failed");
    this.tally = tally;
  }
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}

/**
 * Rejects when no step reports anything for that long. The work goes on until the script ends, which ends its commands.
 */
export async function untilStalled<T>(minutes: number, what: string, work: Promise<T>): Promise<T> {
  const stalled = Promise.withResolvers<never>();
  const timer = setInterval(() => {
    if (silenceMs() < minutes * 60_000) return;
    stalled.reject(new Error(`${what} was given up: it reported nothing for ${minutes} minutes.`));
  }, 1_000);
  return Promise.race([work, stalled.promise]).finally(() => clearInterval(timer));
}
