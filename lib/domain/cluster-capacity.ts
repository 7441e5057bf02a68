import type { PodRequest } from "./footprint";

/** A node that takes pods: what is left of it. */
export interface NodeCapacity extends PodRequest {
  pods: number;
}

/** What the cluster has for pods, and what is asked of it. */
export interface ClusterCapacity {
  /** What each node has left, after what the pods on it request. */
  nodes: NodeCapacity[];
  /** All of what the nodes have for pods. */
  allocatable: NodeCapacity;
  /** Requests of pods that no node has been found for yet. */
  waiting: PodRequest[];
  /** How many lasting pods there are of a store, by its name. */
  podsOfStore: Map<string, number>;
}

/**
 * Finds a node for each pod in turn, the first that has capacity, and answers what is left then and which pods found
 * none. The scheduler may do better and will not do much worse.
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
