import { z } from "zod";
import type { PlanResources } from "@/lib/domain/plan";
import { describeSizes } from "@/lib/engines/describe-sizes";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import type { PlanRow } from "@/lib/services/limits/get-plan-row";
import type { Usage } from "@/lib/services/plans/get-usage";
import type { OfferedPlan } from "@/lib/services/plans/list-plans";

const containerSize = z.object({
  container: z.string(),
  cpuMillis: z.number().int().meta({ description: "CPU limit, in thousandths of a core." }),
  memoryMib: z.number().int().meta({ description: "Memory limit, in MiB." }),
  settings: z.array(
    z.object({
      name: z.string().meta({ description: "Such as `phpWorkers`, `bufferPoolMib` or `heapMib`." }),
      value: z.number().int(),
    }),
  ),
});

const given = z.object({
  type: z.string(),
  label: z.string().meta({ description: "Name of the store type." }),
  summary: z.string().meta({ description: "The sizes, as a sentence." }),
  containers: z.array(containerSize),
});

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
    gives: z.array(given).meta({
      description: "What a store of each type gets. Types for which the plan is too small are left out.",
    }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Plan" });

export type PlanResource = z.infer<typeof planResource>;

export function toPlanResource({ position: _, updatedAt, ...plan }: PlanRow): PlanResource {
  return { ...plan, gives: listGiven(plan), updatedAt: updatedAt.toISOString() };
}

function listGiven(plan: PlanResources): PlanResource["gives"] {
  return Object.entries(engineProfiles).flatMap(([type, { label, sizeStore }]) => {
    const { fits, containers } = sizeStore(plan);
    // Without containers the engine's sizes do not depend on the plan.
    if (!fits || containers.length === 0) return [];
    return {
      type,
      label,
      summary: describeSizes(containers),
      containers: containers.map(({ container, cpuMillis, memoryMib, settings }) => ({
        container,
        cpuMillis,
        memoryMib,
        settings: settings.map(({ name, value }) => ({ name, value })),
      })),
    };
  });
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
