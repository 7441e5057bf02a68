import { formatCpu, formatMib } from "@/lib/domain/format-plan-amount";
import { startSentence } from "@/lib/domain/start-sentence";
import type { ContainerSize } from "./store-sizes";

/** The sizes of a store's containers: "Shop: 2 CPUs, 1.5 GB, 16 PHP workers; database: 1 CPU, 1 GB, 512 MB buffer pool". */
export function describeSizes(containers: ContainerSize[]): string {
  const words = containers.map(({ label, cpuMillis, memoryMib, settings }) => {
    const amounts = [formatCpu(cpuMillis), formatMib(memoryMib), ...settings.map(({ text }) => text)];
    return `${label}: ${amounts.join(", ")}`;
  });
  return startSentence(words.join("; "));
}
