import type { Cause, CauseCode, Component } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
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

/** From what keeps everything else from happening, to what is only on its way. */
const gravity: CauseCode[] = [
  "namespace_terminating",
  "admission_refused",
  "quota_exceeded",
  "image_unavailable",
  "container_config",
  "volume_unbound",
  "unschedulable",
  "out_of_memory",
  "crash_loop",
  "probe_failing",
  "starting",
];
const order: Component[] = ["store", "disk", "database", "shop", "ingress", "cluster", "cron"];

/**
 * Why a store's workloads are not ready, gravest first; empty where nothing is in their way.
 * `lastLines` are the last log lines of crashed containers, by the key that `crashedContainers` gives.
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

/** The shop sells without its background job: that one never fails a create. */
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
    gravity.indexOf(a.code) - gravity.indexOf(b.code) ||
    order.indexOf(a.component) - order.indexOf(b.component)
  );
}
