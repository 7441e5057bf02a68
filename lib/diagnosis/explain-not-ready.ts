import type { Cause, Component } from "@/lib/domain/cause";
import { findPart, requiredParts, type StoreParts } from "@/lib/domain/store-part";
import { codeRanks } from "./causes/code-ranks";
import { explainContainerConfig } from "./causes/explain-container-config";
import { explainCrashes } from "./causes/explain-crashes";
import { explainEvictions } from "./causes/explain-evictions";
import { explainImages } from "./causes/explain-image";
import { explainMissingPods, explainScaledDown } from "./causes/explain-missing-pods";
import { explainNodes } from "./causes/explain-nodes";
import { explainProbes } from "./causes/explain-probes";
import { explainScheduling } from "./causes/explain-scheduling";
import { explainStarting } from "./causes/explain-starting";
import { explainTerminating } from "./causes/explain-terminating";
import { explainVolumes } from "./causes/explain-volumes";
import type { StoreSnapshot } from "./store-snapshot";

export { crashedContainers } from "./causes/explain-crashes";

/**
 * Why a store's workloads are not ready, the most serious cause first. Empty if nothing prevents it. `lastLines` are
 * the last log lines of crashed containers, by the keys of `crashedContainers`. What passes by itself within seconds is
 * no cause yet at the time `now`.
 */
export function explainNotReady(
  snapshot: StoreSnapshot,
  lastLines: ReadonlyMap<string, string> = new Map(),
  now = new Date(),
): Cause[] {
  const terminating = explainTerminating(snapshot);
  if (terminating.length > 0) return terminating;
  const wrong = [
    ...explainMissingPods(snapshot),
    ...explainImages(snapshot),
    ...explainContainerConfig(snapshot),
    ...explainVolumes(snapshot),
    ...explainNodes(snapshot),
    ...explainCrashes(snapshot, lastLines),
    ...explainProbes(snapshot),
    ...explainScaledDown(snapshot),
  ];
  // Report what keeps the next pod from starting, and not why the last one is gone.
  const evicted = without(wrong, explainEvictions(snapshot));
  const known = [...wrong, ...evicted, ...explainScheduling(snapshot, now)];
  const causes = [...known, ...without(known, explainStarting(snapshot))].map((cause) =>
    tolerateOptional(cause, snapshot.parts),
  );
  return withoutRepeats(causes).sort(byGravity(snapshot.parts));
}

/** The causes of components that the known causes do not explain. */
function without(known: Cause[], causes: Cause[]): Cause[] {
  const explained = new Set(known.map(({ component }) => component));
  return causes.filter(({ component }) => !explained.has(component));
}

/** A store works without the parts that are not required, so they never fail an operation. */
function tolerateOptional(cause: Cause, parts: StoreParts): Cause {
  return isOptional(cause.component, parts) ? { ...cause, waitingMayCure: true } : cause;
}

function isOptional(component: Component, parts: StoreParts): boolean {
  return findPart(parts, component)?.readiness === "not_required";
}

function withoutRepeats(causes: Cause[]): Cause[] {
  const seen = new Map(causes.toReversed().map((cause) => [`${cause.component} ${cause.message}`, cause]));
  return causes.filter((cause) => seen.get(`${cause.component} ${cause.message}`) === cause);
}

/** Parts that are required come first, then causes that waiting does not cure, then the more serious code. */
function byGravity(parts: StoreParts): (a: Cause, b: Cause) => number {
  const required = requiredParts(parts).map(({ name }) => name);
  const order: Component[] = ["store", "disk", ...required, "ingress", "cluster"];
  return (a, b) =>
    Number(isOptional(a.component, parts)) - Number(isOptional(b.component, parts)) ||
    Number(a.waitingMayCure) - Number(b.waitingMayCure) ||
    codeRanks[a.code] - codeRanks[b.code] ||
    order.indexOf(a.component) - order.indexOf(b.component);
}
