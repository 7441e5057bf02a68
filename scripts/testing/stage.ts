import { printFailure } from "../shell/run-script";
import { step } from "../shell/steps";

export interface Tally {
  passed: number;
  failed: number;
}

export const oneFailed: Tally = { passed: 0, failed: 1 };

/** A named part of the whole run. A failure is printed where it happens and counted, and the run goes on. */
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

/** A stage without tests of its own: it counts as one. */
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

/** Rejects when the work takes longer; the work itself is ended by the script's end. */
export async function within<T>(minutes: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took longer than ${minutes} minutes and was given up.`)),
      minutes * 60_000,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
