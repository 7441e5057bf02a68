import type { Plan } from "./plan";

/** What a pod asks a machine for. */
export interface PodRequest {
  cpuMillis: number;
  memoryMib: number;
}

/** What a store of a type asks for, whatever its plan. */
export interface Footprint {
  /** Its pods that run all the time, the largest first. */
  pods: PodRequest[];
  /** What a plan has to allow at least, or the store can't run. */
  least: Pick<Plan, "pods" | "cpuMillis" | "memoryMib" | "storageMib" | "volumeMib">;
}

/** Requests may take this part of what containers may use: the rest is for what is used now and then. */
export const requestedShare = 0.5;

export interface Shortfall {
  field: keyof Footprint["least"];
  allowed: number;
  least: number;
  /** Why so much, as a sentence. */
  reason: string;
}

const reasons: Record<keyof Footprint["least"], string> = {
  pods: "Its pods, and one more while a new one takes over.",
  cpuMillis: "The CPU limits of its containers, and those of the shop once more while a new one takes over.",
  memoryMib:
    "The memory limits of its containers, and those of the shop once more while a new one takes over.",
  storageMib: "Its volumes together.",
  volumeMib: "Its largest volume.",
};

/** Where a plan allows less than such a store needs. */
export function findShortfalls({ least }: Footprint, plan: Footprint["least"]): Shortfall[] {
  const fields = Object.keys(reasons) as (keyof Footprint["least"])[];
  return fields
    .filter((field) => plan[field] < least[field])
    .map((field) => ({ field, allowed: plan[field], least: least[field], reason: reasons[field] }));
}
