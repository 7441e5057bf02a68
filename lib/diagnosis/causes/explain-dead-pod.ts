import { formatBytes } from "@/lib/diagnosis/format-bytes";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { Cause, Component } from "@/lib/domain/cause";
import type { StoreParts } from "@/lib/domain/store-part";
import { nameOf } from "./about-component";

/** A pod that Kubernetes ended for good, in the kubelet's words. */
export interface DeadPod {
  component: Component;
  /** Such as `Evicted`. */
  reason: string;
  message: string;
  node?: string;
}

/** What nodes run short of, by the words of the kubelet for resources and conditions. */
const shortages: Record<string, { what: string; next: string }> = {
  memory: { what: "memory", next: "Free memory on the node, or add a node." },
  "ephemeral-storage": { what: "disk space", next: "Free disk space on the node, or add a node." },
  inodes: { what: "file entries (inodes)", next: "Delete files on the node, or add a node." },
  pids: { what: "process IDs", next: "Look for what starts so many processes on the node." },
  MemoryPressure: { what: "memory", next: "Free memory on the node, or add a node." },
  DiskPressure: { what: "disk space", next: "Free disk space on the node, or add a node." },
  PIDPressure: { what: "process IDs", next: "Look for what starts so many processes on the node." },
};

/** Why Kubernetes ended a pod for good, and what to do about it. Its controller starts another pod. */
export function explainDeadPod(pod: DeadPod, store: { parts: StoreParts }): Cause {
  const { message, next } = inWords(pod);
  return {
    code: "evicted",
    component: pod.component,
    message: `${nameOf(pod.component, store)}'s pod ${message}.`,
    next,
    ...(pod.message !== "" && { detail: pod.message.trim() }),
    waitingMayCure: true,
  };
}

function inWords({ reason, message, node }: DeadPod): { message: string; next: string } {
  const onNode = node ? `its node ${node}` : "its node";
  const volume = /EmptyDir volume "([^"]+)" exceeds the limit "([^"]+)"/.exec(message);
  if (volume) return evictedFor(`its temporary volume ${volume[1]}`, volume[2]);
  const container = /container (\S+) exceeded its local ephemeral storage limit "([^"]+)"/i.exec(message);
  if (container) return evictedFor(`the files in its container ${container[1]}`, container[2]);
  const pod = /pod ephemeral local storage usage exceeds the total limit of containers (\S+?)\.? *$/i.exec(
    message,
  );
  if (pod) return evictedFor("the files in its containers", pod[1]);
  const short = /low on resource: ([\w-]+)/.exec(message) ?? /had condition: \[(\w+)/.exec(message);
  const shortage = shortages[short?.[1] ?? ""];
  if (shortage) {
    return { message: `was evicted: ${onNode} is short of ${shortage.what}`, next: shortage.next };
  }
  if (/shutdown|shutting down/i.test(message) || reason === "NodeShutdown") {
    return { message: `was ended: ${onNode} shuts down`, next: "Look at `kubectl get nodes`." };
  }
  if (reason === "Preempting" || /^Preempted/.test(message)) {
    return {
      message: `was ended: ${onNode} needs its place for a pod of the system`,
      next: "Free capacity on the node, or add a node.",
    };
  }
  const resource = /^OutOf(\w+)$/.exec(reason);
  if (resource) {
    return {
      message: `was refused: ${onNode} has not enough ${resource[1] === "cpu" ? "CPU" : resource[1]} left`,
      next: "Free capacity on the node, or add a node.",
    };
  }
  return {
    message: reason === "Evicted" ? `was evicted from ${onNode}` : `was ended${reason && ` (${reason})`}`,
    next: "Look at the node with `kubectl describe node`.",
  };
}

function evictedFor(what: string, limit = ""): { message: string; next: string } {
  const size = parseQuantity(limit);
  const inBytes = Number.isNaN(size) ? limit : formatBytes(size);
  return {
    message: `was evicted: ${what} exceeded the limit of ${inBytes}`,
    next: "Find the plugin, theme or import that writes so much there. The files were deleted with the pod.",
  };
}
