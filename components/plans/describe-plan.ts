/** Formats MiB as "512 MB" or "4 GB". */
export function formatMib(mib: number): string {
  if (mib < 1_024) return `${mib} MB`;
  return `${round(mib / 1_024)} GB`;
}

/** Formats millicores as "1 CPU" or "2.5 CPUs". */
export function formatCpu(millis: number): string {
  return millis === 1_000 ? "1 CPU" : `${round(millis / 1_000)} CPUs`;
}

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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
