import type { V1CronJob, V1Deployment, V1ReplicaSet, V1StatefulSet } from "@kubernetes/client-node";
import type { Cause } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import { objectsOf } from "../observe-workloads";
import { componentOf } from "./about-component";
import { explainRefusal } from "./explain-refusal";
import { lastWarning } from "./read-pods";

/**
 * Pods that were never created: quota, admission, service account. The Deployment does not report it (helm#9272), so the
 * ReplicaSet's condition and the events of the StatefulSet and the Job are read.
 */
export function explainMissingPods(snapshot: NamespaceSnapshot): Cause[] {
  return [...replicaSetRefusals(snapshot), ...statefulSetRefusals(snapshot), ...jobRefusals(snapshot)];
}

function replicaSetRefusals(snapshot: NamespaceSnapshot): Cause[] {
  return objectsOf<V1ReplicaSet>(snapshot, "ReplicaSet").flatMap((set) => {
    const failure = set.status?.conditions?.find(({ type }) => type === "ReplicaFailure");
    const short = (set.status?.replicas ?? 0) < (set.spec?.replicas ?? 1);
    if (!short || failure?.status !== "True") return [];
    return [explainRefusal(componentOf(set), failure.message ?? "")];
  });
}

function statefulSetRefusals(snapshot: NamespaceSnapshot): Cause[] {
  return objectsOf<V1StatefulSet>(snapshot, "StatefulSet").flatMap((set) => {
    if ((set.status?.replicas ?? 0) >= (set.spec?.replicas ?? 1)) return [];
    const warning = lastWarning(snapshot, set, ["FailedCreate"]);
    // `create Pod x in StatefulSet y failed error: pods "x" is forbidden: …`
    const detail = warning?.message?.replace(/^create .*? failed error: /i, "");
    return detail ? [explainRefusal(componentOf(set), detail)] : [];
  });
}

function jobRefusals(snapshot: NamespaceSnapshot): Cause[] {
  const running = new Set(
    objectsOf<V1CronJob>(snapshot, "CronJob").flatMap(({ status }) => status?.active?.map(({ uid }) => uid)),
  );
  const failed = new Map<string, string>();
  for (const warning of snapshot.warnings) {
    const { involvedObject, reason, message } = warning as KubeObject & {
      involvedObject: { kind: string; uid: string };
      reason: string;
      message: string;
    };
    if (involvedObject.kind !== "Job" || reason !== "FailedCreate") continue;
    if (running.has(involvedObject.uid)) failed.set(involvedObject.uid, message);
  }
  return [...failed.values()].map((message) => explainRefusal("cron", message));
}

/** Workloads that are scaled to 0. */
export function explainScaledDown(snapshot: NamespaceSnapshot): Cause[] {
  const workloads = [
    ...objectsOf<V1Deployment>(snapshot, "Deployment"),
    ...objectsOf<V1StatefulSet>(snapshot, "StatefulSet"),
  ];
  return workloads
    .filter(({ spec }) => spec?.replicas === 0)
    .map((workload) => ({
      code: "starting",
      component: componentOf(workload),
      message: `${workload.metadata?.name} is scaled to 0 replicas, so nothing runs.`,
      next: "Scale it up with `kubectl scale`, or repair the store.",
      waitingMayCure: true,
    }));
}
