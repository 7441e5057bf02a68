import type { V1Pod } from "@kubernetes/client-node";
import { formatBytes } from "@/lib/diagnosis/format-bytes";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { Cause } from "@/lib/domain/cause";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf, nameInside } from "./about-component";
import { currentPods, timeMs } from "./read-pods";

/**
 * A pod that fits on no node counts only after this time: pods that end, volumes that are being provisioned and nodes that
 * have just joined make a pod unschedulable for a moment, also in creates that succeed.
 */
export const schedulingGraceMs = 10_000;

/** What the scheduler's message matches, the most specific first. Kubernetes 1.37 no longer names the taints. */
const obstacles: { says: RegExp; message: string; next: string }[] = [
  {
    says: /Too many pods/,
    message: "the nodes run as many pods as they are allowed to",
    next: "Add a node.",
  },
  {
    says: /untolerated taint.*\{node\.kubernetes\.io\/(disk|memory|pid)-pressure/,
    message: "the nodes are short of disk space, memory or process IDs",
    next: "Free some of it on the nodes; see `kubectl describe nodes`.",
  },
  {
    says: /untolerated taint.*\{node\.kubernetes\.io\/(not-ready|unreachable|unschedulable)|were unschedulable/,
    message: "the nodes are not ready, or are being drained",
    next: "Look at `kubectl get nodes`.",
  },
  {
    says: /untolerated taint/,
    message: "the nodes that fit are not ready, or have a taint",
    next: "Look at the taints with `kubectl describe nodes`.",
  },
  {
    says: /volume node affinity conflict/,
    message: "its disk is on a node that can't run it now",
    next: "Bring that node back; see `kubectl get nodes`.",
  },
  {
    says: /didn't match Pod's node affinity\/selector/,
    message: "no node has the labels that it requires",
    next: "Look at the labels with `kubectl get nodes --show-labels`.",
  },
  {
    says: /no nodes available/,
    message: "the cluster has no nodes",
    next: "Add a node; see `kubectl get nodes`.",
  },
];

/** Pods that have fit on no node for longer than `schedulingGraceMs`. */
export function explainScheduling(snapshot: StoreSnapshot, now: Date): Cause[] {
  return currentPods(snapshot).flatMap((pod) => {
    const condition = pod.status?.conditions?.find(({ type }) => type === "PodScheduled");
    const detail = condition?.message ?? "";
    if (condition?.status !== "False" || condition.reason !== "Unschedulable") return [];
    const sinceMs = timeMs(condition.lastTransitionTime ?? pod.metadata?.creationTimestamp);
    if (sinceMs !== null && now.getTime() - sinceMs < schedulingGraceMs) return [];
    // The claim has a cause of its own.
    if (/unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]+" not found/.test(detail))
      return [];
    return [explainPlace(snapshot, pod, detail)];
  });
}

function explainPlace(snapshot: StoreSnapshot, pod: V1Pod, detail: string): Cause {
  const component = componentOf(pod, snapshot);
  const base = { code: "unschedulable", component, detail, waitingMayCure: true } as const;
  const start = `No node of the cluster has capacity for ${nameInside(component, snapshot)}`;
  const scarce = new Set([...detail.matchAll(/Insufficient (cpu|memory)/g)].map((match) => match[1]));
  if (scarce.size > 0) {
    const names = [...scarce].map((name) => (name === "cpu" ? "CPU" : name)).join(" and ");
    return {
      ...base,
      message: `${start}: it requests ${requestsOf(pod)}, and there is not enough ${names} left.`,
      next: "Delete stores that nobody needs, add a node, or request less.",
    };
  }
  const obstacle = obstacles.find(({ says }) => says.test(detail));
  if (obstacle) return { ...base, message: `${start}: ${obstacle.message}.`, next: obstacle.next };
  return { ...base, message: `${start}.`, next: "Look at `kubectl get nodes`." };
}

function requestsOf(pod: V1Pod): string {
  const sum = (resource: string) =>
    (pod.spec?.containers ?? [])
      .map((container) => parseQuantity(container.resources?.requests?.[resource] ?? "0"))
      .reduce((total, amount) => total + amount, 0);
  return `${Number(sum("cpu").toFixed(3))} CPU and ${formatBytes(sum("memory"))} of memory`;
}
