import { explainNotReady } from "@/lib/diagnosis/explain-not-ready";
import { observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import type { Cause } from "@/lib/domain/cause";
import type { Phase } from "@/lib/domain/store";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { type Applied, type Drift, findDrift } from "./drift";

export interface Health {
  phase: Extract<Phase, "ready" | "unready">;
  cause: Cause | null;
  /** What is to be put back as it was applied. */
  drift: Drift[];
}

/** How a store that was ready fares now; pure. */
export function judgeHealth(snapshot: NamespaceSnapshot, applied: Applied | null): Health {
  if (!snapshot.namespace || snapshot.namespace.metadata.deletionTimestamp) {
    return { phase: "unready", cause: namespaceMissing, drift: [] };
  }
  const drift = applied ? findDrift(applied, snapshot.objects) : [];
  const workloads = observeWorkloads(snapshot);
  if (workloads.database === "ready" && workloads.shop === "ready")
    return { phase: "ready", cause: null, drift };
  const [cause = restarting] = explainNotReady(snapshot);
  return { phase: "unready", cause, drift };
}

const namespaceMissing: Cause = {
  code: "namespace_missing",
  component: "cluster",
  message: "The store's namespace was deleted from outside, and its database and files with it.",
  next: "Restore it from a backup, or delete the store here and create it anew.",
  waitingMayCure: false,
};

const restarting: Cause = {
  code: "starting",
  component: "shop",
  message: "The shop is starting again.",
  waitingMayCure: true,
};
