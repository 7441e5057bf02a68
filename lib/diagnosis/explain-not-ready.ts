import type { Cause, Component } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { codeRanks } from "./causes/code-ranks";
import { explainContainerConfig } from "./causes/explain-container-config";
import { explainCrashes } from "./causes/explain-crashes";
import { explainImages } from "./causes/explain-image";
import { explainMissingPods, explainScaledDown } from "./causes/explain-missing-pods";
import { explainProbes } from "./causes/explain-probes";
import { explainScheduling } from "./causes/explain-scheduling";
import { explainStarting } from "./causes/explain-starting";
import { explainTerminating } from "./causes/explain-terminating";
import { explainVolumes } from "./causes/explain-volumes";

export { crashedContainers } from "./causes/explain-crashes";

const order: Component[] = ["store", "disk", "database", "shop", "ingress", "cluster", "cron"];

/**
 * Why a store's workloads are not ready, the most serious cause first; empty where nothing keeps them from it.
 * `lastLines` are the last log lines of crashed containers, by the keys of `crashedContainers`.
 */
export function explainNotReady(
  snapshot: NamespaceSnapshot,
  lastLines: ReadonlyMap<string, string> = new Map(),
): Cause[] {
  const terminating = explainTerminating(snapshot);
  if (terminating.length > 0) return terminating;
  const wrong = [
    ...explainMissingPods(snapshot),
    ...explainImages(snapshot),
    ...explainContainerConfig(snapshot),
    ...explainVolumes(snapshot),
    ...explainScheduling(snapshot),
    ...explainCrashes(snapshot, lastLines),
    ...explainProbes(snapshot),
    ...explainScaledDown(snapshot),
  ];
  const explained = new Set(wrong.map(({ component }) => component));
  const starting = explainStarting(snapshot).filter(({ component }) => !explained.has(component));
  return withoutRepeats([...wrong, ...starting].map(spareCron)).sort(byGravity);
}

/** A shop works without its background job, so the job never fails a create. */
function spareCron(cause: Cause): Cause {
  return cause.component === "cron" ? { ...cause, waitingMayCure: true } : cause;
}

function withoutRepeats(causes: Cause[]): Cause[] {
  const seen = new Map(causes.toReversed().map((cause) => [`${cause.component} ${cause.message}`, cause]));
  return causes.filter((cause) => seen.get(`${cause.component} ${cause.message}`) === cause);
}

function byGravity(a: Cause, b: Cause): number {
  return (
    Number(a.component === "cron") - Number(b.component === "cron") ||
    Number(a.waitingMayCure) - Number(b.waitingMayCure) ||
    codeRanks[a.code] - codeRanks[b.code] ||
    order.indexOf(a.component) - order.indexOf(b.component)
  );
}
