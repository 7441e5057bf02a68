import { formatCpu, formatMib } from "@/lib/domain/format-plan-amount";

/** "1 store", "5 stores". */
export function formatStoreCount(n: number): string {
  return n === 1 ? "1 store" : `${n} stores`;
}

interface Bounds {
  cpuMillis: number;
  memoryMib: number;
  storageMib: number;
}

/** A plan's limits on one line. */
export function describePlan({ cpuMillis, memoryMib, storageMib }: Bounds): string {
  return `${formatCpu(cpuMillis)}, ${formatMib(memoryMib)} memory, ${formatMib(storageMib)} storage`;
}
