import type { V1Pod } from "@kubernetes/client-node";
import { formatBytes } from "@/lib/diagnosis/format-bytes";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { Cause } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { componentOf, nameInside } from "./about-component";
import { currentPods } from "./read-pods";

/** The scheduler's words, the most telling first. Kubernetes 1.37 no longer names the taints. */
const obstacles: { says: RegExp; message: string; next: string }[] = [
  {
    says: /Too many pods/,
    message: "they run as many pods as they may",
    next: "Add a machine.",
  },
  {
    says: /untolerated taint.*\{node\.kubernetes\.io\/(disk|memory|pid)-pressure/,
    message: "they are short of disk space, memory or processes",
    next: "Free some on the machines; see `kubectl describe nodes`.",
  },
  {
    says: /untolerated taint.*\{node\.kubernetes\.io\/(not-ready|unreachable|unschedulable)|were unschedulable/,
    message: "they are not ready, or are being emptied",
    next: "Look at `kubectl get nodes`.",
  },
  {
    says: /untolerated taint/,
    message: "those that would do are not ready, or are kept for others",
    next: "Look at the taints with `kubectl describe nodes`.",
  },
  {
    says: /volume node affinity conflict/,
    message: "its disk lies on a machine that can't take it now",
    next: "Bring that machine back; see `kubectl get nodes`.",
  },
  {
    says: /didn't match Pod's node affinity\/selector/,
    message: "none has the labels that it asks for",
    next: "Look at the labels with `kubectl get nodes --show-labels`.",
  },
  {
    says: /no nodes available/,
    message: "it has none",
    next: "Add a machine; see `kubectl get nodes`.",
  },
];

/** Pods for which no machine has a place. */
export function explainScheduling(snapshot: NamespaceSnapshot): Cause[] {
  return currentPods(snapshot).flatMap((pod) => {
    const condition = pod.status?.conditions?.find(({ type }) => type === "PodScheduled");
    const detail = condition?.message ?? "";
    if (condition?.status !== "False" || condition.reason !== "Unschedulable") return [];
    // The claim itself says why it has no volume.
    if (/unbound immediate PersistentVolumeClaims|persistentvolumeclaim "[^"]+" not found/.test(detail))
      return [];
    return [explainPlace(pod, detail)];
  });
}

function explainPlace(pod: V1Pod, detail: string): Cause {
  const component = componentOf(pod);
  const base = { code: "unschedulable", component, detail, waitingMayCure: true } as const;
  const start = `No machine of the cluster has a place for ${nameInside(component)}`;
  const scarce = new Set([...detail.matchAll(/Insufficient (cpu|memory)/g)].map((match) => match[1]));
  if (scarce.size > 0) {
    const names = [...scarce].map((name) => (name === "cpu" ? "CPU" : name)).join(" and ");
    return {
      ...base,
      message: `${start}: it asks for ${requestsOf(pod)}, and there is not enough ${names} left.`,
      next: "Free some, add a machine, or ask for less.",
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
