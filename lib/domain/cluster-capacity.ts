import type { PodRequest } from "./footprint";

/** Free capacity of a schedulable node. */
export interface NodeCapacity extends PodRequest {
  pods: number;
}

/** Capacity and requests of the cluster. */
export interface ClusterCapacity {
  /** Free capacity of each node, after the requests of its pods. */
  nodes: NodeCapacity[];
  /** Total allocatable resources of the nodes. */
  allocatable: NodeCapacity;
  /** Requests of unscheduled pods. */
  waiting: PodRequest[];
  /** Number of long-running pods per store, by the store's name. */
  podsOfStore: Map<string, number>;
}

/**
 * Places each pod on the first node with enough capacity. Returns the remaining capacity and the pods that fit
 * nowhere. The scheduler may find a better placement, rarely a worse one.
 */
export function place(
  nodes: NodeCapacity[],
  pods: PodRequest[],
): { nodes: NodeCapacity[]; unschedulable: PodRequest[] } {
  const left = nodes.map((node) => ({ ...node }));
  const unschedulable: PodRequest[] = [];
  for (const pod of pods) {
    const home = left.find(
      ({ pods: free, cpuMillis, memoryMib }) =>
        free >= 1 && cpuMillis >= pod.cpuMillis && memoryMib >= pod.memoryMib,
    );
    if (!home) {
      unschedulable.push(pod);
      continue;
    }
    home.pods -= 1;
    home.cpuMillis -= pod.cpuMillis;
    home.memoryMib -= pod.memoryMib;
  }
  return { nodes: left, unschedulable };
}

export function sumOf(requests: PodRequest[]): PodRequest {
  return requests.reduce(
    (sum, { cpuMillis, memoryMib }) => ({
      cpuMillis: sum.cpuMillis + cpuMillis,
      memoryMib: sum.memoryMib + memoryMib,
    }),
    { cpuMillis: 0, memoryMib: 0 },
  );
}
