import type { PlanResources } from "@/lib/domain/plan";

/** The limits of a container. */
export interface ContainerLimits {
  cpuMillis: number;
  memoryMib: number;
}

/** A setting of a container's program that follows from its limits, such as the number of workers. */
export interface SizeSetting {
  /** Stable name, such as `phpWorkers` or `bufferPoolMib`. */
  name: string;
  value: number;
  /** For people, such as `16 PHP workers`. */
  text: string;
}

/** The size of a container on a plan. */
export interface ContainerSize extends ContainerLimits {
  container: string;
  /** Its name for people, in lower case. */
  label: string;
  settings: SizeSetting[];
}

/** The sizes that a plan gives to a store. */
export interface StoreSizes {
  /** False for a plan that is smaller than the smallest sizes, which `containers` has then. */
  fits: boolean;
  /** The containers that serve the store, what visitors reach first. */
  containers: ContainerSize[];
  /** The chart values that carry the sizes. */
  values: Record<string, unknown>;
}

/** Whether a plan has at least these amounts. */
export function isAtLeast(plan: PlanResources, least: ContainerLimits): boolean {
  return plan.cpuMillis >= least.cpuMillis && plan.memoryMib >= least.memoryMib;
}

/** Sizes are multiples of these: smaller steps would restart a store for nothing. */
const stepMillis = 50;
const stepMib = 16;

/** A share of an amount, rounded down to a whole step, and at least `least`. */
export function shareOfCpu(cpuMillis: number, share: number, least: number): number {
  return Math.max(least, roundDown(cpuMillis * share, stepMillis));
}

/** The same for memory. */
export function shareOfMemory(memoryMib: number, share: number, least: number): number {
  return Math.max(least, roundDown(memoryMib * share, stepMib));
}

/** The largest multiple of `step` that is not larger. The small addend hides the error of binary fractions. */
export function roundDown(value: number, step: number): number {
  return Math.floor(value / step + 1e-9) * step;
}

/** Limits as the chart's `resources` value. Its requests are the chart's share of them. */
export function toResources({ cpuMillis, memoryMib }: ContainerLimits): Record<string, unknown> {
  return { limits: { cpu: `${cpuMillis}m`, memory: `${memoryMib}Mi` } };
}
