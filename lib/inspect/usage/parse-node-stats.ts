import { z } from "zod";

/** What a pod used when it was last measured; null for what was not measured. */
export interface PodSample {
  cpuCores: number | null;
  memoryBytes: number | null;
  measuredAt: Date | null;
  /** Its volumes that are measured and belong to claims, by the claim's name. */
  volumes: Map<string, VolumeSample>;
}

export interface VolumeSample {
  /** Of the file system that holds the volume: the node's own where the volume is a directory. */
  capacityBytes: number;
  /** What users other than root can still write. */
  availableBytes: number;
  usedBytes: number;
}

/** Samples by `namespace/name` of the pod. */
export type PodSamples = Map<string, PodSample>;

const amount = z.number().nonnegative().nullish().catch(null);
const podStats = z.object({
  podRef: z.object({ name: z.string(), namespace: z.string() }),
  cpu: z.object({ time: z.string().nullish(), usageNanoCores: amount }).nullish().catch(null),
  memory: z.object({ workingSetBytes: amount }).nullish().catch(null),
  volume: z
    .array(
      z.object({
        pvcRef: z.object({ name: z.string() }).nullish(),
        capacityBytes: amount,
        availableBytes: amount,
        usedBytes: amount,
      }),
    )
    .nullish()
    .catch(null),
});
const summary = z.object({ pods: z.array(z.unknown()).nullish() });

/**
 * Reads a kubelet's stats summary; malformed pods are left out. Throws where it is not a summary. Only pods in namespaces
 * for which `keep` returns true are returned: a node runs other pods too.
 */
export function parseNodeStats(answer: unknown, keep: (namespace: string) => boolean): PodSamples {
  const samples: PodSamples = new Map();
  for (const entry of summary.parse(answer).pods ?? []) {
    const { success, data: pod } = podStats.safeParse(entry);
    if (!success || !keep(pod.podRef.namespace)) continue;
    // A running pod uses memory: with none, it was measured before a container ran.
    const memoryBytes = pod.memory?.workingSetBytes || null;
    samples.set(`${pod.podRef.namespace}/${pod.podRef.name}`, {
      cpuCores: memoryBytes === null ? null : toCores(pod.cpu?.usageNanoCores),
      memoryBytes,
      measuredAt: toDate(pod.cpu?.time),
      volumes: readVolumes(pod.volume ?? []),
    });
  }
  return samples;
}

function readVolumes(volumes: NonNullable<z.infer<typeof podStats>["volume"]>): Map<string, VolumeSample> {
  const found = new Map<string, VolumeSample>();
  for (const { pvcRef, capacityBytes, availableBytes, usedBytes } of volumes) {
    if (!pvcRef || !capacityBytes || availableBytes == null || usedBytes == null) continue;
    found.set(pvcRef.name, { capacityBytes, availableBytes, usedBytes });
  }
  return found;
}

function toCores(nanoCores: number | null | undefined): number | null {
  return nanoCores == null ? null : nanoCores / 1e9;
}

function toDate(time: string | null | undefined): Date | null {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
