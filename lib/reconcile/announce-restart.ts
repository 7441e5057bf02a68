import type { ConvergingKind } from "./converging-kind";

/** For a kind whose apply restarts the pods: a store that was ready is unready from then on. `why` ends the sentence. */
export function announceRestart(why: string): NonNullable<ConvergingKind<unknown>["before"]> {
  return {
    "apply-release": ({ progress }, { name, phase }) => {
      if (phase === "ready") progress.setPhase("unready", null, `${name} restarts ${why}`);
    },
  };
}
