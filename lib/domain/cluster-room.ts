import type { PodRequest } from "./footprint";

/** A machine that takes pods: what is left of it. */
export interface Machine extends PodRequest {
  pods: number;
}

/** What the cluster has for pods, and what is asked of it. */
export interface ClusterRoom {
  /** What each machine has left, after what the pods on it request. */
  machines: Machine[];
  /** All of what the machines have for pods. */
  allocatable: Machine;
  /** Requests of pods that no machine has been found for yet. */
  waiting: PodRequest[];
  /** How many lasting pods there are of a store, by its name. */
  podsOfStore: Map<string, number>;
}

/**
 * Finds a machine for each pod in turn, the first that has room, and answers what is left then and which pods found
 * none. The scheduler may do better and will not do much worse.
 */
export function place(
  machines: Machine[],
  pods: PodRequest[],
): { machines: Machine[]; homeless: PodRequest[] } {
  const left = machines.map((machine) => ({ ...machine }));
  const homeless: PodRequest[] = [];
  for (const pod of pods) {
    const home = left.find(
      ({ pods: free, cpuMillis, memoryMib }) =>
        free >= 1 && cpuMillis >= pod.cpuMillis && memoryMib >= pod.memoryMib,
    );
    if (!home) {
      homeless.push(pod);
      continue;
    }
    home.pods -= 1;
    home.cpuMillis -= pod.cpuMillis;
    home.memoryMib -= pod.memoryMib;
  }
  return { machines: left, homeless };
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
