import type { V1CronJob, V1Deployment, V1ReplicaSet, V1StatefulSet } from "@kubernetes/client-node";
import type { Cause } from "@/lib/domain/cause";
import type { KubeObject } from "@/lib/kube/kube-object";
import { objectsOf } from "../observe-workloads";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf } from "./about-component";
import { explainRefusal } from "./explain-refusal";
import { lastWarning } from "./read-pods";

/**
 * Pods that were never created: quota, admission, service account. The Deployment does not report it (helm#9272), so the
 * ReplicaSet's condition and the events of the StatefulSet and the Job are read.
 */
export function explainMissingPods(snapshot: StoreSnapshot): Cause[] {
  return [...replicaSetRefusals(snapshot), ...statefulSetRefusals(snapshot), ...jobRefusals(snapshot)];
}

function replicaSetRefusals(snapshot: StoreSnapshot): Cause[] {
  return objectsOf<V1ReplicaSet>(snapshot, "ReplicaSet").flatMap((set) => {
    const failure = set.status?.conditions?.find(({ type }) => type === "ReplicaFailure");
    const short = (set.status?.replicas ?? 0) < (set.spec?.replicas ?? 1);
    if (!short || failure?.status !== "True") return [];
    return [explainRefusal(componentOf(set, snapshot), failure.message ?? "", snapshot)];
  });
}

function statefulSetRefusals(snapshot: StoreSnapshot): Cause[] {
  return objectsOf<V1StatefulSet>(snapshot, "StatefulSet").flatMap((set) => {
    if ((set.status?.replicas ?? 0) >= (set.spec?.replicas ?? 1)) return [];
    const warning = lastWarning(snapshot, set, ["FailedCreate"]);
    // `create Pod x in StatefulSet y failed error: pods "x" is forbidden: …`
    const detail = warning?.message?.replace(/^create .*? failed error: /i, "");
    return detail ? [explainRefusal(componentOf(set, snapshot), detail, snapshot)] : [];
  });
}

function jobRefusals(snapshot: StoreSnapshot): Cause[] {
  const running = new Map(
    objectsOf<V1CronJob>(snapshot, "CronJob").flatMap((cronJob) =>
      (cronJob.status?.active ?? []).map(({ uid }) => [uid, componentOf(cronJob, snapshot)] as const),
    ),
  );
  const failed = new Map<string, Cause>();
  for (const warning of snapshot.warnings) {
    const { involvedObject, reason, message } = warning as KubeObject & {
      involvedObject: { kind: string; uid: string };
      reason: string;
      message: string;
    };
    if (involvedObject.kind !== "Job" || reason !== "FailedCreate") continue;
    const component = running.get(involvedObject.uid);
    if (component) failed.set(involvedObject.uid, explainRefusal(component, message, snapshot));
  }
  return [...failed.values()];
}

/** Workloads that are scaled to 0. */
export function explainScaledDown(snapshot: StoreSnapshot): Cause[] {
  const workloads = [
    ...objectsOf<V1Deployment>(snapshot, "Deployment"),
    ...objectsOf<V1StatefulSet>(snapshot, "StatefulSet"),
  ];
  return workloads
    .filter(({ spec }) => spec?.replicas === 0)
    .map((workload) => ({
      code: "starting",
      component: componentOf(workload, snapshot),
      message: `${workload.metadata?.name} is scaled to 0 replicas, so nothing runs.`,
      next: "Scale it up with `kubectl scale`, or repair the store.",
      waitingMayCure: true,
    }));
}
