import { z } from "zod";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { PodSamples } from "./parse-node-stats";

const quantity = z.union([z.string(), z.number()]);
const podMetrics = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  timestamp: z.iso.datetime({ offset: true }),
  containers: z.array(z.object({ usage: z.object({ cpu: quantity, memory: quantity }) })).min(1),
});

/** Reads `metrics.k8s.io` PodMetrics: CPU and memory, no volumes. Malformed items are left out. */
export function parsePodMetrics(items: readonly unknown[]): PodSamples {
  const samples: PodSamples = new Map();
  for (const item of items) {
    const { success, data: pod } = podMetrics.safeParse(item);
    if (!success) continue;
    const sum = (of: "cpu" | "memory") =>
      pod.containers.reduce((total, { usage }) => total + parseQuantity(usage[of]), 0);
    const [cpuCores, memoryBytes] = [sum("cpu"), sum("memory")];
    // A running pod uses memory, and a malformed quantity is NaN.
    if (!(cpuCores >= 0 && memoryBytes > 0)) continue;
    const { namespace, name } = pod.metadata;
    const measuredAt = new Date(pod.timestamp);
    samples.set(`${namespace}/${name}`, { cpuCores, memoryBytes, measuredAt, volumes: new Map() });
  }
  return samples;
}
