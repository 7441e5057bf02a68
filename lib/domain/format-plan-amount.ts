import type { Plan } from "./plan";

/** Formats MiB as "512 MB" or "4 GB". */
export function formatMib(mib: number): string {
  if (mib < 1_024) return `${mib} MB`;
  return `${round(mib / 1_024)} GB`;
}

/** Formats millicores as "1 CPU" or "2.5 CPUs". */
export function formatCpu(millis: number): string {
  return millis === 1_000 ? "1 CPU" : `${round(millis / 1_000)} CPUs`;
}

type PlanLimit = "pods" | "cpuMillis" | "memoryMib" | "storageMib" | "volumeMib";

const labels: Record<PlanLimit, string> = {
  pods: "number of pods",
  cpuMillis: "CPU",
  memoryMib: "memory",
  storageMib: "total storage",
  volumeMib: "largest volume",
};

/** A limit of a plan in words, such as "largest volume". */
export function planLimitLabel(limit: PlanLimit & keyof Plan): string {
  return labels[limit];
}

/**
 * A minimum in the unit of the dashboard's field, and in that of the API where they differ, such as "2.25 GB (2304 MiB)".
 * Rounded up, so that it is accepted when it is typed in.
 */
export function formatLeast(limit: PlanLimit & keyof Plan, value: number): string {
  if (limit === "pods") return String(value);
  if (limit === "cpuMillis") return `${roundUp(value / 1_000)} CPUs (${value} millicores)`;
  return `${roundUp(value / 1_024)} GB (${value} MiB)`;
}

function roundUp(value: number): number {
  return Math.ceil(value * 100 - 1e-9) / 100;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
