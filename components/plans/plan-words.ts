/** "4 GB": of MiB, as people read sizes. */
export function formatMib(mib: number): string {
  if (mib < 1_024) return `${mib} MB`;
  return `${round(mib / 1_024)} GB`;
}

/** "1 CPU", "2.5 CPUs": of thousandths of a core. */
export function formatCpu(millis: number): string {
  return millis === 1_000 ? "1 CPU" : `${round(millis / 1_000)} CPUs`;
}

/** "1 store", "5 stores". */
export function countStores(n: number): string {
  return n === 1 ? "1 store" : `${n} stores`;
}

interface Bounds {
  cpuMillis: number;
  memoryMib: number;
  storageMib: number;
}

/** What a store of a plan has, in one line. */
export function describePlan({ cpuMillis, memoryMib, storageMib }: Bounds): string {
  return `${formatCpu(cpuMillis)}, ${formatMib(memoryMib)} memory, ${formatMib(storageMib)} disk`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
