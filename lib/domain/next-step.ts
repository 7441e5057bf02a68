import type { Cause, Component } from "./cause";
import type { Observed } from "./observed";
import { startSentence } from "./start-sentence";
import { type Step, type StepName, startSteps, volumeStep, type Waiting } from "./step";
import { namespaceOf, type Store } from "./store";
import { partPhrase, type StoreParts } from "./store-part";

/** The desired state of a store, as far as the decision needs it. */
export interface Wanted extends Pick<Store, "name" | "phase" | "readyAt"> {
  /** Digest of the manifest that must be applied. */
  digest: string;
  /** Digest of the manifest's objects without quota and limits. A verification is valid for this digest. */
  workloadDigest: string;
  /** The workload digest of the last verification that succeeded, if any. */
  verifiedDigest: string | null;
  /** Deadline of a create. */
  deadline: Date;
  /** The parts that its engine declares. */
  parts: StoreParts;
}

/**
 * The next step towards a store that runs its release and is verified. Pure, so that resuming and retrying are the
 * same as the first attempt. `whenByHand` decides about a release that a user created with Helm: keep it, or fail the
 * operation.
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
  if (!byHand && seen.quotaIsWider) return { do: "narrow-quota" };
  if (!byHand && store.verifiedDigest !== store.workloadDigest) return { do: "verify" };
  return { do: "rest" };
}

/** The next step towards no namespace in the cluster. A namespace of another owner stays. */
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
  // Real problems first, then parts that are only slow.
  return waiting.sort((a, b) => gravity(a.because) - gravity(b.because));
}

function gravity(cause: Cause): number {
  return cause.code === "starting" ? 1 : 0;
}

/** The step that a cause blocks: that of its own part, otherwise that of the part which starts last. */
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
        next: "If this persists, check what blocks the namespace. Storeyard never forces a deletion, so that no object is left behind.",
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
    message: `The cluster has a namespace ${namespaceOf(name)} that does not belong to this store.`,
    next: "Choose another name, or ask the cluster's admin to delete that namespace.",
    waitingMayCure: false,
  };
}

export const changedByHand: Cause = {
  code: "changed_by_hand",
  component: "store",
  message: "This store was changed manually with Helm. This operation would revert that change.",
  next: "Make this change with Helm as well, or roll back to Storeyard's last release first.",
  waitingMayCure: false,
};
