import type { V1PersistentVolumeClaim, V1Pod } from "@kubernetes/client-node";
import { type Containers, podRequests } from "@/lib/diagnosis/capacity/pod-requests";
import { objectsOf } from "@/lib/diagnosis/observe-workloads";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import { componentLabel } from "@/lib/diagnosis/store-snapshot";
import type { DiskUse, Measure, StoreUsage, Tight, UsageGap, Use } from "@/lib/domain/store-usage";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { listQuotaUse } from "../list-store-objects";
import { explainGap } from "./explain-gap";
import type { PodSample } from "./parse-node-stats";
import type { Measured } from "./usage-source";

/** From this share of its limit a part counts as nearly full. */
const tightShare = 0.9;
/** A file system this much larger than the claim is the node's own: the volume is a directory on it. */
const ownFileSystem = 1.5;
const bytesPerMib = 2 ** 20;

/** The usage of a store while the cluster does not answer. */
export const unknownUse: StoreUsage = {
  cpu: null,
  memory: null,
  disks: [],
  tight: [],
  measuredAt: null,
  gaps: [
    {
      of: ["cpu", "memory", "disk"],
      reason: "no_answer",
      message: "Usage is not known while the cluster does not answer.",
      next: "The request is repeated automatically.",
    },
  ],
};

interface RunningPod {
  key: string;
  node: string;
  component: string;
  /** False for a pod of a Job, which ends by itself. */
  lasts: boolean;
  spec: Containers;
}

/** The nodes that run pods of a store. */
export function listNodes(snapshot: NamespaceSnapshot): string[] {
  return listRunning(snapshot).map(({ node }) => node);
}

/**
 * What a store uses, from the samples of its pods. A sum is given only where all pods were measured: a part of them would
 * look like too little.
 */
export function measureUse(snapshot: NamespaceSnapshot, measured: Measured): StoreUsage {
  const pods = listRunning(snapshot).map((pod) => ({ ...pod, ...findSample(pod, measured) }));
  const samples = pods.flatMap(({ sample }) => sample ?? []);
  const heard = pods.every((pod) => pod.heard);
  const disks = listDisks(snapshot, samples);
  const cpu = heard ? addUp(pods, "cpuCores") : null;
  const memory = heard ? addUp(pods, "memoryBytes") : null;
  const quota = quotaOf(snapshot);
  const missing: Measure[] = [
    ...(cpu === null ? (["cpu"] as const) : []),
    ...(memory === null ? (["memory"] as const) : []),
    ...(disks === null ? (["disk"] as const) : []),
  ];
  return {
    cpu: cpu === null ? null : { used: cpu, ...findBound(limitOf(pods, "cpu"), quota("limits.cpu")) },
    memory:
      memory === null
        ? null
        : { used: memory, ...findBound(limitOf(pods, "memory"), quota("limits.memory")) },
    disks: disks ?? [],
    tight: [...pods.flatMap(tightMemory), ...(disks ?? []).flatMap(tightDisk)],
    measuredAt: oldest(samples),
    gaps: groupGaps(missing, (of) => explainGap(of, { running: pods.length > 0, heard, measured })),
  };
}

function listRunning(snapshot: NamespaceSnapshot): RunningPod[] {
  return objectsOf<V1Pod>(snapshot, "Pod").flatMap(({ metadata, spec, status }) =>
    status?.phase === "Running" && spec?.nodeName
      ? [
          {
            key: `${metadata?.namespace}/${metadata?.name}`,
            node: spec.nodeName,
            component: metadata?.labels?.[componentLabel] ?? "",
            lasts: !metadata?.ownerReferences?.some(({ kind }) => kind === "Job"),
            spec: spec as Containers,
          },
        ]
      : [],
  );
}

/** `heard`: the pod's node or the metrics API answered, even if the pod is too new to be in the answer. */
function findSample({ key, node }: RunningPod, { nodes, metrics }: Measured) {
  for (const answer of [nodes.get(node), metrics]) {
    if (answer?.is === "read") return { heard: true, sample: answer.value.get(key) ?? null };
  }
  return { heard: false, sample: null };
}

/** Null where a volume is not measured, or is measured together with other files. */
function listDisks(snapshot: NamespaceSnapshot, samples: PodSample[]): DiskUse[] | null {
  const disks = objectsOf<V1PersistentVolumeClaim>(snapshot, "PersistentVolumeClaim").map((claim) => {
    const name = claim.metadata?.name ?? "";
    const volume = samples.flatMap(({ volumes }) => volumes.get(name) ?? [])[0];
    const sizeBytes = parseQuantity(claim.status?.capacity?.storage ?? Number.NaN);
    if (!volume || !(volume.capacityBytes <= sizeBytes * ownFileSystem)) return null;
    const component = claim.metadata?.labels?.[componentLabel] ?? name;
    return { component, used: volume.usedBytes, most: volume.usedBytes + volume.availableBytes };
  });
  const counted = disks.filter((disk) => disk !== null);
  if (counted.length < disks.length) return null;
  return counted.sort((a, b) => b.component.localeCompare(a.component));
}

function tightMemory({ component, spec, sample }: RunningPod & { sample: PodSample | null }): Tight[] {
  const most = podRequests(spec, "limits").memoryMib * bytesPerMib;
  const share = most > 0 ? (sample?.memoryBytes ?? 0) / most : 0;
  return share >= tightShare ? [{ of: "memory", component, share }] : [];
}

function tightDisk({ component, used, most }: DiskUse): Tight[] {
  const share = most > 0 ? used / most : 0;
  return share >= tightShare ? [{ of: "disk", component, share }] : [];
}

/** What applies first: the containers' own limits, which leave part of the quota for a restart, or the quota. */
function findBound(limits: number | null, quota: number | null): Omit<Use, "used"> {
  if (limits !== null && (quota === null || limits < quota))
    return { most: limits, bound: "containers", quota };
  return { most: quota, bound: quota === null ? null : "plan", quota };
}

/** The limits of the counted pods together, in cores or bytes; null where a container has none. */
function limitOf(pods: CountedPod[], resource: "cpu" | "memory"): number | null {
  const counted = pods.filter(isCounted);
  const isLimited = ({ spec }: CountedPod) =>
    (spec.containers ?? []).every(({ resources }) => resources?.limits?.[resource] !== undefined);
  if (counted.length === 0 || !counted.every(isLimited)) return null;
  const limits = counted.map(({ spec }) => podRequests(spec, "limits"));
  return limits.reduce(
    (sum, { cpuMillis, memoryMib }) =>
      sum + (resource === "cpu" ? cpuMillis / 1_000 : memoryMib * bytesPerMib),
    0,
  );
}

function quotaOf(snapshot: NamespaceSnapshot) {
  const quota = listQuotaUse(snapshot);
  return (resource: string) => quota.find((each) => each.resource === resource)?.mostAmount ?? null;
}

type CountedPod = RunningPod & { sample: PodSample | null };

/** A pod of a Job is left out where it is not measured: it may start and end between two measurements. */
function isCounted({ lasts, sample }: CountedPod): boolean {
  return lasts || sample !== null;
}

/** Null where a pod is not measured. */
function addUp(pods: CountedPod[], what: "cpuCores" | "memoryBytes"): number | null {
  const amounts = pods.filter(isCounted).map(({ sample }) => sample?.[what]);
  if (amounts.length === 0) return null;
  return amounts.reduce<number | null>(
    (sum, amount) => (sum === null || amount == null ? null : sum + amount),
    0,
  );
}

function oldest(samples: PodSample[]): Date | null {
  const times = samples.flatMap(({ measuredAt }) => measuredAt?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** Figures that are missing for the same reason share one gap. */
function groupGaps(missing: Measure[], explain: (of: Measure) => Omit<UsageGap, "of">): UsageGap[] {
  const gaps: UsageGap[] = [];
  for (const of of missing) {
    const gap = explain(of);
    const known = gaps.find(({ message }) => message === gap.message);
    if (known) known.of.push(of);
    else gaps.push({ of: [of], ...gap });
  }
  return gaps;
}
