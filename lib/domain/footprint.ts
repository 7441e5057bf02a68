import type { Plan } from "./plan";

/** Resource requests of a pod. */
export interface PodRequest {
  cpuMillis: number;
  memoryMib: number;
}

/** Resources that a store of a type needs on a plan. */
export interface Footprint {
  /** Its long-running pods, the largest first. */
  pods: PodRequest[];
  /** The minimum that a plan must allow, with the smallest sizes of the containers. */
  least: Pick<Plan, "pods" | "cpuMillis" | "memoryMib" | "storageMib" | "volumeMib">;
}

/** Share of the limits that containers may request; the rest covers peaks. */
export const requestedShare = 0.5;

export interface Shortfall {
  field: keyof Footprint["least"];
  allowed: number;
  least: number;
  /** The reason, as a sentence. */
  reason: string;
}

const reasons: Record<keyof Footprint["least"], string> = {
  pods: "It counts the store's pods, and one during a restart.",
  cpuMillis:
    "It adds up the smallest CPU limits of the containers, with those of the web server counted twice for a restart.",
  memoryMib:
    "It adds up the smallest memory limits of the containers, with those of the web server counted twice for a restart.",
  storageMib: "It adds up the store's volumes.",
  volumeMib: "It is the store's largest volume.",
};

/** The limits of a plan that are too low for the store. */
export function findShortfalls({ least }: Footprint, plan: Footprint["least"]): Shortfall[] {
  const fields = Object.keys(reasons) as (keyof Footprint["least"])[];
  return fields
    .filter((field) => plan[field] < least[field])
    .map((field) => ({ field, allowed: plan[field], least: least[field], reason: reasons[field] }));
}
