import type { Cause, Component } from "./cause";
import type { Observed } from "./observed";
import { startSentence } from "./start-sentence";
import { type Step, type StepName, startSteps, volumeStep, type Waiting } from "./step";
import { namespaceOf, type Store } from "./store";
import { partPhrase, type StoreParts } from "./store-part";

/** What is wanted of a store, as far as the judgement needs it. */
export interface Wanted extends Pick<Store, "name" | "phase" | "readyAt"> {
  /** Digest of the manifest that should be applied. */
  digest: string;
  /** Digest of its objects without quota and limits: what a verification is about. */
  workloadDigest: string;
  /** The workload digest of the last verification that succeeded, if any. */
  verifiedDigest: string | null;
  /** When a create is given up. */
  deadline: Date;
  /** What it consists of, as its engine declares it. */
  parts: StoreParts;
}

/**
 * The next step towards a store that runs its release and is verified. Pure, so that resuming and retrying are the same
 * as the first try. `whenByHand` says what happens to a release that somebody made with Helm: it is kept, or the operation
 * fails.
 */
export function stepTowardsReady(
  store: Wanted,
  seen: Observed,
  now: Date,
  whenByHand: "keep" | "fail" = "keep",
): Step {
  if (seen.namespace === "foreign")
    return { do: "fail", step: "namespace", because: namespaceTaken(store.name) };
  if (seen.namespace === "terminating") return waitOrFail(store, now, [waitForGone("namespace", seen)]);
  if (seen.namespace === "absent" || !seen.hasCredentials) return { do: "prepare-namespace" };

  // A release that somebody made with Helm is kept: from then on drift is measured against it.
  const byHand = store.readyAt !== null && seen.release?.byPlatform === false;
  if (byHand && whenByHand === "fail") return { do: "fail", step: "chart", because: changedByHand };
  if (byHand && seen.drift.length > 0) return { do: "adopt-release" };
  if (!byHand && (seen.release?.digest !== store.digest || seen.drift.length > 0)) {
    return { do: "apply-release" };
  }

  const waiting = listUnready(store.parts, seen);
  const hopeless = seen.causes.find((cause) => !cause.waitingMayCure);
  if (waiting.length > 0 && hopeless)
    return { do: "fail", step: stepOf(store.parts, hopeless.component), because: hopeless };
  if (waiting.length > 0) return waitOrFail(store, now, waiting);
  if (!byHand && store.verifiedDigest !== store.workloadDigest) return { do: "verify" };
  return { do: "rest" };
}

/** The next step towards no namespace in the cluster. A namespace of somebody else stays. */
export function stepTowardsNothing(seen: Observed, step: "cleanup" | "remove", end: "forget" | "rest"): Step {
  if (seen.namespace === "absent" || seen.namespace === "foreign") return { do: end };
  if (seen.namespace === "terminating") return { do: "wait", on: [waitForGone(step, seen)] };
  return { do: "delete-namespace", step };
}

function waitOrFail(store: Wanted, now: Date, on: Waiting[]): Step {
  const slowest = on[0];
  if (slowest && now >= store.deadline) return { do: "fail", step: slowest.step, because: slowest.because };
  return { do: "wait", on };
}

function listUnready(parts: StoreParts, seen: Observed): Waiting[] {
  const waiting = startSteps({ parts })
    .filter((step) => seen.parts[step] !== "ready")
    .map((step) => ({
      step,
      because: seen.causes.find((cause) => stepOf(parts, cause.component) === step) ?? starting(parts, step),
    }));
  // What really is in the way stands first; what merely takes its time, behind it.
  return waiting.sort((a, b) => gravity(a.because) - gravity(b.because));
}

function gravity(cause: Cause): number {
  return cause.code === "starting" ? 1 : 0;
}

/** The step that a cause holds up: its part's own, else that of the part which everything else comes before. */
function stepOf(parts: StoreParts, component: Component): StepName {
  const steps = startSteps({ parts });
  return steps.includes(component) ? component : (steps.at(-1) ?? "chart");
}

function starting(parts: StoreParts, step: StepName): Cause {
  const message =
    step === volumeStep
      ? "The storage class has not created the volumes yet."
      : `${startSentence(partPhrase(parts, step))} is starting.`;
  return { code: "starting", component: step, message, waitingMayCure: true };
}

function waitForGone(step: StepName, seen: Observed): Waiting {
  return {
    step,
    because: {
      code: "namespace_terminating",
      component: "cluster",
      message: "The store’s workloads and volumes are being deleted.",
      ...(seen.heldBy !== undefined && {
        next: "If it stays like this, look at what holds it: it is never forced, so that nothing is left behind.",
        detail: seen.heldBy,
      }),
      waitingMayCure: true,
    },
  };
}

function namespaceTaken(name: string): Cause {
  return {
    code: "namespace_taken",
    component: "cluster",
    message: `The cluster has a namespace ${namespaceOf(name)} already, and it is not this store's.`,
    next: "Choose another name, or have that namespace removed.",
    waitingMayCure: false,
  };
}

const changedByHand: Cause = {
  code: "changed_by_hand",
  component: "store",
  message: "Somebody changed this store with Helm by hand: an update would take that back.",
  next: "Update it with Helm too, or roll back to the last release of Storeyard's and update it then.",
  waitingMayCure: false,
};
