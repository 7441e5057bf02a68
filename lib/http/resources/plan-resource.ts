import { z } from "zod";
import type { PlanRow } from "@/lib/services/limits/get-plan-row";
import type { Usage } from "@/lib/services/plans/get-usage";
import type { OfferedPlan } from "@/lib/services/plans/list-plans";

/** A plan as the API returns it. */
export const planResource = z
  .object({
    id: z.string(),
    name: z.string(),
    storesPerUser: z
      .number()
      .int()
      .meta({ description: "Number of stores of this plan that an account can own." }),
    pods: z.number().int(),
    cpuMillis: z.number().int().meta({ description: "CPU of all containers, in thousandths of a core." }),
    memoryMib: z.number().int().meta({ description: "Memory of all containers, in MiB." }),
    storageMib: z.number().int().meta({ description: "Storage of all volumes, in MiB." }),
    volumeMib: z.number().int().meta({ description: "Size of the largest volume, in MiB." }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Plan" });

export type PlanResource = z.infer<typeof planResource>;

export function toPlanResource({ position: _, updatedAt, ...plan }: PlanRow): PlanResource {
  return { ...plan, updatedAt: updatedAt.toISOString() };
}

/** A plan, with the number of stores that the caller can still create. */
export const offeredPlanResource = planResource
  .extend({
    storesLeft: z
      .number()
      .int()
      .meta({ description: "Number of stores of this plan that you can create now." }),
  })
  .meta({ id: "OfferedPlan" });

export type OfferedPlanResource = z.infer<typeof offeredPlanResource>;

export function toOfferedPlanResource({ storesLeft, ...plan }: OfferedPlan): OfferedPlanResource {
  return { ...toPlanResource(plan), storesLeft };
}

const meter = z.object({ used: z.number().int(), most: z.number().int() });

/** Usage and caps. */
export const usageResource = z
  .object({
    platform: meter.meta({ description: "Stores of the installation." }),
    plans: z.array(meter.extend({ id: z.string() })).meta({ description: "Stores that you own, by plan." }),
    capacity: z.object({ cpuMillis: meter, memoryMib: meter, pods: meter }).nullable().meta({
      description:
        "Resource requests of all pods, and the capacity of the cluster's nodes. Null while unknown.",
    }),
  })
  .meta({ id: "Usage" });

export type UsageResource = z.infer<typeof usageResource>;

export function toUsageResource(usage: Usage): UsageResource {
  return usage;
}
