import type { V1Pod } from "@kubernetes/client-node";

/** Who deleted a pod, by the reason that Kubernetes wrote into its condition DisruptionTarget. */
const disruptions: Record<string, string> = {
  EvictionByEvictionAPI: "was evicted: its node is being drained",
  DeletionByTaintManager: "was removed: its node does not answer, or is short of something",
  DeletionByPodGC: "was removed: its node is gone",
  PreemptionByScheduler: "was removed for a pod of a higher priority",
};

/** What happened to a pod that was deleted, as the end of a sentence about it. */
export function describeDeletedPod({ status }: V1Pod): string {
  const disruption = status?.conditions?.find(
    (condition) => condition.type === "DisruptionTarget" && condition.status === "True",
  );
  return disruptions[disruption?.reason ?? ""] ?? "was deleted";
}
