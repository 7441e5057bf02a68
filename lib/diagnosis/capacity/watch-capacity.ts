import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { ClusterCapacity, NodeCapacity } from "@/lib/domain/cluster-capacity";
import type { PodRequest } from "@/lib/domain/footprint";
import type { ClusterConnection } from "@/lib/kube/connection/connect-to-cluster";
import type { KubeObject } from "@/lib/kube/kube-object";
import { KindWatch, type WatchTimings } from "@/lib/kube/watch/watch-kind";
import { storeLabel } from "@/lib/kube/watch/watched-kinds";
import { type Containers, podRequests } from "./pod-requests";

interface PodState extends PodRequest {
  node: string | null;
  /** Its store; null for pods of Jobs, which end by themselves. */
  store: string | null;
}

/** Holds the capacity of the nodes and the requests of all pods, so that reading the capacity costs no request. */
export class CapacityWatch {
  private readonly nodes = new Map<string, NodeCapacity>();
  private readonly pods = new Map<string, PodState>();
  private readonly unsynced = new Set<string>(["Node", "Pod"]);
  private readonly watches: KindWatch[];

  constructor(connection: ClusterConnection, timings?: WatchTimings) {
    const watch = (kind: "Node" | "Pod", path: string, fieldSelector?: string) =>
      new KindWatch(
        connection,
        { apiVersion: "v1", kind, path, fieldSelector, trim: trimToCapacity },
        {
          onChange: (type, object) => this.take(type === "deleted", object),
          onSynced: () => this.unsynced.delete(kind),
          onLost: () => this.unsynced.add(kind),
        },
        timings,
      );
    this.watches = [
      watch("Node", "/api/v1/nodes"),
      watch("Pod", "/api/v1/pods", "status.phase!=Succeeded,status.phase!=Failed"),
    ];
  }

  start(): void {
    for (const watch of this.watches) void watch.run();
  }

  close(): void {
    for (const watch of this.watches) watch.close();
  }

  /** Null while unknown, for example without the permission to list nodes and pods. */
  capacity(): ClusterCapacity | null {
    if (this.unsynced.size > 0) return null;
    const left = new Map([...this.nodes].map(([name, node]) => [name, { ...node }]));
    const waiting: PodRequest[] = [];
    const podsOfStore = new Map<string, number>();
    for (const { node: nodeName, store, cpuMillis, memoryMib } of this.pods.values()) {
      if (store !== null) podsOfStore.set(store, (podsOfStore.get(store) ?? 0) + 1);
      const node = left.get(nodeName ?? "");
      if (node) {
        node.pods -= 1;
        node.cpuMillis -= cpuMillis;
        node.memoryMib -= memoryMib;
      } else if (nodeName === null) waiting.push({ cpuMillis, memoryMib });
    }
    return {
      nodes: [...left.values()],
      allocatable: addUp([...this.nodes.values()]),
      waiting,
      podsOfStore,
    };
  }

  private take(gone: boolean, object: KubeObject): void {
    if (object.kind === "Node") {
      const node = gone ? null : toNodeCapacity(object);
      if (node) this.nodes.set(object.metadata.name, node);
      else this.nodes.delete(object.metadata.name);
      return;
    }
    const key = `${object.metadata.namespace}/${object.metadata.name}`;
    if (gone) this.pods.delete(key);
    else this.pods.set(key, toPodRequest(object));
  }
}

/** Null for a node that takes no pods of stores: not ready, cordoned, or tainted. */
function toNodeCapacity({ spec, status }: KubeObject): NodeCapacity | null {
  const { unschedulable = false, taints = [] } = (spec ?? {}) as {
    unschedulable?: boolean;
    taints?: { effect: string }[];
  };
  const { allocatable = {}, conditions = [] } = (status ?? {}) as {
    allocatable?: Record<string, string>;
    conditions?: { type: string; status: string }[];
  };
  const ready = conditions.some((condition) => condition.type === "Ready" && condition.status === "True");
  const kept = taints.some(({ effect }) => effect !== "PreferNoSchedule");
  if (!ready || unschedulable || kept) return null;
  return {
    pods: Number(allocatable.pods ?? 0),
    cpuMillis: Math.floor(parseQuantity(allocatable.cpu ?? 0) * 1_000),
    memoryMib: Math.floor(parseQuantity(allocatable.memory ?? 0) / 2 ** 20),
  };
}

function toPodRequest({ metadata, spec }: KubeObject): PodState {
  const { nodeName, ...containers } = spec as Containers & { nodeName?: string };
  const owners = (metadata as { ownerReferences?: { kind: string }[] }).ownerReferences ?? [];
  const lasts = !owners.some(({ kind }) => kind === "Job");
  return {
    ...podRequests(containers),
    node: nodeName ?? null,
    store: (lasts && metadata.labels?.[storeLabel]) || null,
  };
}

/** The fields that are read here. All other fields are dropped, because every pod of the cluster is held. */
function trimToCapacity({ spec, status, ...object }: KubeObject): KubeObject {
  if (object.kind === "Node") return { ...object, spec, status };
  const { nodeName, containers, initContainers, overhead } = (spec ?? {}) as Containers & {
    nodeName?: string;
  };
  const resources = (list: { resources?: unknown; restartPolicy?: string }[] | undefined) =>
    list?.map((each) => ({ resources: each.resources, restartPolicy: each.restartPolicy }));
  return {
    ...object,
    spec: {
      nodeName,
      containers: resources(containers),
      initContainers: resources(initContainers),
      overhead,
    },
  };
}

function addUp(nodes: NodeCapacity[]): NodeCapacity {
  return nodes.reduce(
    (sum, { pods, cpuMillis, memoryMib }) => ({
      pods: sum.pods + pods,
      cpuMillis: sum.cpuMillis + cpuMillis,
      memoryMib: sum.memoryMib + memoryMib,
    }),
    { pods: 0, cpuMillis: 0, memoryMib: 0 },
  );
}
