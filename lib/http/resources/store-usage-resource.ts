import { z } from "zod";
import type { StoreUsage } from "@/lib/domain/store-usage";

const measure = z.enum(["cpu", "memory", "disk"]);

const use = (unit: string) =>
  z
    .object({
      used: z.number().meta({ description: unit }),
      most: z.number().nullable().meta({ description: "The limit that applies first." }),
      bound: z.enum(["containers", "plan"]).nullable().meta({
        description:
          "The source of that limit: the sum of the running containers' limits, or the quota of the plan.",
      }),
      quota: z.number().nullable().meta({ description: "The quota of the plan." }),
    })
    .nullable();

export const storeUsageResource = z
  .object({
    cpu: use("Cores."),
    memory: use("Bytes."),
    disks: z.array(
      z.object({
        component: z.string(),
        used: z.number().meta({ description: "Bytes." }),
        most: z.number().meta({ description: "Size of the disk in bytes." }),
      }),
    ),
    tight: z
      .array(z.object({ of: measure, component: z.string(), share: z.number() }))
      .meta({ description: "Components that use 90 % or more of their own limit." }),
    measuredAt: z.iso.datetime().nullable(),
    gaps: z
      .array(
        z.object({
          of: z.array(measure),
          reason: z.enum(["not_running", "not_yet", "no_answer", "not_measured"]),
          message: z.string(),
          next: z.string().nullable(),
        }),
      )
      .meta({ description: "The values that are not measured, and the reason." }),
  })
  .meta({ id: "StoreUsage" });
export type StoreUsageResource = z.infer<typeof storeUsageResource>;

export function toStoreUsageResource({ measuredAt, ...usage }: StoreUsage): StoreUsageResource {
  return { ...usage, measuredAt: measuredAt?.toISOString() ?? null };
}
