import { z } from "zod";
import type { PlanRow } from "@/lib/services/plans/get-plan-row";
import type { Usage } from "@/lib/services/plans/get-usage";
import type { OfferedPlan } from "@/lib/services/plans/list-plans";

/** A plan as the API gives it. */
export const planResource = z
  .object({
    id: z.string(),
    name: z.string(),
    storesPerUser: z.number().int().meta({ description: "Stores of this plan that one account may own." }),
    pods: z.number().int(),
    cpuMillis: z.number().int().meta({ description: "In thousandths of a core, all containers together." }),
    memoryMib: z.number().int().meta({ description: "In MiB, all containers together." }),
    storageMib: z.number().int().meta({ description: "In MiB, all volumes together." }),
    volumeMib: z.number().int().meta({ description: "The largest single volume, in MiB." }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Plan" });

export type PlanResource = z.infer<typeof planResource>;

export function toPlanResource({ position: _, updatedAt, ...plan }: PlanRow): PlanResource {
  return { ...plan, updatedAt: updatedAt.toISOString() };
}

/** A plan as somebody who chooses one sees it. */
export const offeredPlanResource = planResource
  .extend({
    storesLeft: z
      .number()
      .int()
      .meta({ description: "Stores of this plan that you may still create, as things are." }),
  })
  .meta({ id: "OfferedPlan" });

export type OfferedPlanResource = z.infer<typeof offeredPlanResource>;

export function toOfferedPlanResource({ storesLeft, ...plan }: OfferedPlan): OfferedPlanResource {
  return { ...toPlanResource(plan), storesLeft };
}

const meter = z.object({ used: z.number().int(), most: z.number().int() });

/** What is used of what. */
export const usageResource = z
  .object({
    platform: meter.meta({ description: "Stores of the whole installation." }),
    plans: z.array(meter.extend({ id: z.string() })).meta({ description: "Your own stores, by plan." }),
    capacity: z
      .object({ cpuMillis: meter, memoryMib: meter, pods: meter })
      .nullable()
      .meta({ description: "What pods request of the cluster's nodes; null while that is not known." }),
  })
  .meta({ id: "Usage" });

export type UsageResource = z.infer<typeof usageResource>;

export function toUsageResource(usage: Usage): UsageResource {
  return usage;
}
