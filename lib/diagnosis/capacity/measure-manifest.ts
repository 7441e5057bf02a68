import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import { type Footprint, requestedShare } from "@/lib/domain/footprint";
import type { KubeObject } from "@/lib/kube/kube-object";
import { type Containers, podRequests } from "./pod-requests";

interface Workload {
  replicas: number;
  lasting: boolean;
  /** Whether a new pod may start before the old one has ended. */
  overlaps: boolean;
  spec: Containers;
}

const mib = 2 ** 20;

/** The resources that a store with this manifest needs on nodes, and from its plan. */
export function measureManifest(objects: KubeObject[]): Footprint {
  const workloads = objects.flatMap(workloadOf);
  const lasting = workloads.filter((workload) => workload.lasting);
  const sizes = objects
    .filter(({ kind }) => kind === "PersistentVolumeClaim")
    .map(({ spec }) => {
      const { resources } = spec as { resources?: { requests?: { storage?: string } } };
      return Math.ceil(parseQuantity(resources?.requests?.storage ?? "0") / mib);
    });
  const requested = needs(workloads, "requests");
  const limited = needs(workloads, "limits");
  const least = (amount: "cpuMillis" | "memoryMib") =>
    Math.max(limited[amount], Math.ceil(requested[amount] / requestedShare));
  return {
    pods: lasting
      .flatMap(({ replicas, spec }) => Array.from({ length: replicas }, () => podRequests(spec)))
      .sort((a, b) => b.memoryMib - a.memoryMib || b.cpuMillis - a.cpuMillis),
    least: {
      pods: workloads.reduce((sum, { replicas }) => sum + replicas, 1),
      cpuMillis: least("cpuMillis"),
      memoryMib: least("memoryMib"),
      storageMib: sizes.reduce((sum, size) => sum + size, 0),
      volumeMib: Math.max(0, ...sizes),
    },
  };
}

function workloadOf({ kind, spec }: KubeObject): Workload[] {
  const {
    replicas = 1,
    template,
    jobTemplate,
  } = (spec ?? {}) as {
    replicas?: number;
    template?: { spec: Containers };
    jobTemplate?: { spec: { template: { spec: Containers } } };
  };
  const pod = jobTemplate?.spec.template.spec ?? template?.spec;
  if (!pod) return [];
  return [
    { replicas, lasting: kind !== "CronJob" && kind !== "Job", overlaps: kind === "Deployment", spec: pod },
  ];
}

/** All pods at once, plus the largest one that overlaps with its successor. */
function needs(workloads: Workload[], bound: "requests" | "limits") {
  const amounts = workloads.map((workload) => ({ ...workload, each: podRequests(workload.spec, bound) }));
  const total = (amount: "cpuMillis" | "memoryMib") =>
    amounts.reduce((sum, { replicas, each }) => sum + replicas * each[amount], 0) +
    Math.max(0, ...amounts.filter(({ overlaps }) => overlaps).map(({ each }) => each[amount]));
  return { cpuMillis: total("cpuMillis"), memoryMib: total("memoryMib") };
}
