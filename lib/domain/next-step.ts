import type { Cause, Component } from "./cause";
import type { Observed } from "./observed";
import type { Step, StepName, Waiting } from "./step";
import type { Store } from "./store";

/** What is wanted of a store, as far as the judgement needs it. */
export interface Wanted extends Pick<Store, "name" | "phase" | "readyAt"> {
  /** Digest of the manifest that should be applied. */
  digest: string;
  /** Digest that an order went through, if any. */
  verifiedDigest: string | null;
  /** When a create is given up. */
  deadline: Date;
}

const parts = ["disk", "database", "shop"] as const;

/**
 * The next step towards a store that runs its release and is verified. Pure, so that resuming and retrying are the same
 * as the first try. `whenByHand` says what happens to a release that
 * somebody made with Helm: it is kept, or the operation fails.
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

  const waiting = unreadyParts(seen);
  const hopeless = seen.causes.find((cause) => !cause.waitingMayCure);
  if (waiting.length > 0 && hopeless)
    return { do: "fail", step: stepOf(hopeless.component), because: hopeless };
  if (waiting.length > 0) return waitOrFail(store, now, waiting);
  if (!byHand && store.verifiedDigest !== store.digest) return { do: "verify" };
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

function unreadyParts(seen: Observed): Waiting[] {
  const waiting = parts
    .filter((part) => seen.parts[part] !== "ready")
    .map((part) => ({
      step: part,
      because: seen.causes.find((cause) => stepOf(cause.component) === part) ?? starting(part),
    }));
  // What really is in the way stands first; what merely takes its time, behind it.
  return waiting.sort((a, b) => gravity(a.because) - gravity(b.because));
}

function gravity(cause: Cause): number {
  return cause.code === "starting" ? 1 : 0;
}

function stepOf(component: Component): StepName {
  return component === "disk" || component === "database" ? component : "shop";
}

function starting(part: (typeof parts)[number]): Cause {
  const messages = {
    disk: "The storage class has not made the disks yet.",
    database: "The database is starting.",
    shop: "The shop is starting.",
  };
  return { code: "starting", component: part, message: messages[part], waitingMayCure: true };
}

function waitForGone(step: StepName, seen: Observed): Waiting {
  return {
    step,
    because: {
      code: "namespace_terminating",
      component: "cluster",
      message: "The shop and its disks are being taken down.",
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
    message: `The cluster has a namespace store-${name} already, and it is not this store's.`,
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
