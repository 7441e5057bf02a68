import type { V1Pod } from "@kubernetes/client-node";
import type { Cause } from "@/lib/domain/cause";
import type { NamespaceSnapshot } from "../cluster-view";
import { formatBytes, parseQuantity } from "../parse-quantity";
import { componentOf, nameInside } from "./about-component";
import { currentPods } from "./read-pods";

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
  const lacking = [...detail.matchAll(/Insufficient ([\w./-]+?)[.,]? /g)].map((match) => match[1]);
  if (lacking.includes("cpu") || lacking.includes("memory")) {
    return {
      ...base,
      message: `${start}: it asks for ${requestsOf(pod)}, and there is not enough ${[...new Set(lacking)].map((name) => (name === "cpu" ? "CPU" : name)).join(" and ")} left.`,
      next: "Free some, add a machine, or ask for less.",
    };
  }
  if (/Too many pods/.test(detail)) {
    return { ...base, message: `${start}: they run as many pods as they may.`, next: "Add a machine." };
  }
  const pressure = /untolerated taint(?:\(s\))? ?\{node\.kubernetes\.io\/(disk|memory|pid)-pressure/.exec(
    detail,
  );
  if (pressure) {
    const scarce = { disk: "disk space", memory: "memory", pid: "process numbers" }[pressure[1] as "disk"];
    return { ...base, message: `${start}: they are short of ${scarce}.`, next: "Free some on the machines." };
  }
  if (
    /untolerated taint(?:\(s\))? ?\{node\.kubernetes\.io\/(?:not-ready|unreachable|unschedulable)/.test(
      detail,
    )
  ) {
    return {
      ...base,
      message: `${start}: they are not ready, or are being emptied.`,
      next: "Look at `kubectl get nodes`.",
    };
  }
  const taint = /untolerated taint(?:\(s\))? ?\{([^}]*)\}/.exec(detail);
  if (taint) {
    return {
      ...base,
      message: `${start}: they are kept for others (taint ${taint[1]?.replace(/: $/, "")}).`,
    };
  }
  if (/volume node affinity conflict/.test(detail)) {
    return {
      ...base,
      message: `${start}: its disk lies on a machine that can't take it now.`,
      next: "Bring that machine back; see `kubectl get nodes`.",
    };
  }
  return { ...base, message: `${start}.`, next: "Look at `kubectl get nodes`." };
}

function requestsOf(pod: V1Pod): string {
  const sum = (resource: string) =>
    (pod.spec?.containers ?? [])
      .map((container) => parseQuantity(container.resources?.requests?.[resource] ?? "0"))
      .reduce((total, amount) => total + amount, 0);
  return `${Number(sum("cpu").toFixed(3))} CPU and ${formatBytes(sum("memory"))} of memory`;
}
