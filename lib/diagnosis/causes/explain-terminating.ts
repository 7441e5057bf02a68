import type { V1Namespace } from "@kubernetes/client-node";
import type { Cause } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";

const holding = [
  "NamespaceContentRemaining",
  "NamespaceFinalizersRemaining",
  "NamespaceDeletionContentFailure",
];
const failing = ["NamespaceDeletionDiscoveryFailure", "NamespaceDeletionGroupVersionParsingFailure"];

/** A namespace that is being deleted, with what still blocks it. */
export function explainTerminating(snapshot: NamespaceSnapshot): Cause[] {
  const namespace = snapshot.namespace as V1Namespace | null;
  if (!namespace?.metadata?.deletionTimestamp) return [];
  const conditions = (namespace.status?.conditions ?? []).filter(({ status }) => status === "True");
  const detail = [...failing, ...holding]
    .map((type) => conditions.find((condition) => condition.type === type)?.message)
    .filter(Boolean)
    .join(" ");
  const broken = conditions.some(({ type }) => failing.includes(type));
  return [
    {
      code: "namespace_terminating",
      component: "store",
      message: broken
        ? "The store's namespace can't be deleted at the moment: one of the cluster's API services does not answer."
        : "The store's namespace is being deleted. Some of its objects are still there.",
      ...(broken && { next: "Find the one that is not available with `kubectl get apiservices`." }),
      ...(detail && { detail }),
      waitingMayCure: true,
    },
  ];
}
