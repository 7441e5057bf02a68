import { z } from "zod";
import { causeCodes } from "@/lib/domain/cause";
import type { StoreObject } from "@/lib/domain/inspection";
import { phases } from "@/lib/domain/store";
import type { ClusterReport } from "@/lib/services/platform/get-cluster";
import type { InspectedStore } from "@/lib/services/stores/inspect-store";

const instant = z.iso.datetime();

const storeObject = z
  .object({
    kind: z.string(),
    apiVersion: z.string(),
    name: z.string(),
    component: z.string().nullable(),
    state: z.enum(["ok", "busy", "bad"]),
    status: z.string(),
    createdAt: instant.nullable(),
    warnings: z.array(z.object({ at: instant, reason: z.string(), message: z.string() })),
  })
  .meta({ id: "StoreObject" });

const quotaUse = z
  .object({
    resource: z.string(),
    used: z.string(),
    most: z.string(),
    usedAmount: z.number().meta({ description: "The same as a number: cores, bytes or a count." }),
    mostAmount: z.number(),
    share: z.number().meta({ description: "`usedAmount` divided by `mostAmount`." }),
  })
  .meta({ id: "QuotaUse" });

export const storeObjectsResource = z.object({ objects: z.array(storeObject), quota: z.array(quotaUse) });
export type StoreObjectResource = z.infer<typeof storeObject>;
export type StoreObjectsResource = z.infer<typeof storeObjectsResource>;

export function toStoreObjectsResource({ objects, quota }: InspectedStore): StoreObjectsResource {
  return { objects: objects.map(toStoreObject), quota };
}

function toStoreObject({ createdAt, warnings, ...object }: StoreObject): StoreObjectResource {
  return {
    ...object,
    createdAt: createdAt?.toISOString() ?? null,
    warnings: warnings.map(({ at, ...warning }) => ({ ...warning, at: at.toISOString() })),
  };
}

export const releaseResource = z
  .object({
    name: z.string(),
    namespace: z.string(),
    revision: z.number().int(),
    status: z.string(),
    chart: z.string(),
    updatedAt: z.string().nullable(),
    values: z.string().meta({ description: "The values given to the chart, as YAML." }),
    manifest: z.string().meta({ description: "All objects, as YAML." }),
  })
  .meta({ id: "Release" });
export type ReleaseResource = z.infer<typeof releaseResource>;

const createFigures = z.object({
  created: z.number().int(),
  failed: z.number().int(),
  medianMs: z
    .number()
    .nullable()
    .meta({ description: "Milliseconds from the request to ready. Null if no store became ready." }),
  p95Ms: z.number().nullable(),
});

export const statisticsResource = z
  .object({
    overall: createFigures.meta({ description: "Over all days." }),
    days: z.array(createFigures.extend({ day: z.iso.date() })),
    storesByPhase: z.array(z.object({ phase: z.enum(phases), stores: z.number().int() })),
    failuresByCause: z.array(z.object({ code: z.enum(causeCodes), failures: z.number().int() })),
  })
  .meta({ id: "Statistics" });
export type StatisticsResource = z.infer<typeof statisticsResource>;

export const clusterResource = z
  .object({
    connection: z.object({
      state: z.enum(["connected", "reconnecting"]),
      since: instant,
      message: z.string().optional(),
    }),
    version: z.string(),
    nodes: z.array(
      z.object({
        name: z.string(),
        ready: z.boolean(),
        version: z.string(),
        cpuMillis: z.number(),
        memoryMib: z.number(),
        pods: z.number(),
      }),
    ),
    storageClasses: z.array(z.object({ name: z.string(), provisioner: z.string(), isDefault: z.boolean() })),
    ingressClasses: z.array(z.object({ name: z.string(), controller: z.string(), isDefault: z.boolean() })),
  })
  .meta({ id: "Cluster" });
export type ClusterResource = z.infer<typeof clusterResource>;
/** The cluster without the state of the connection to it. */
export type ClusterOverviewResource = Omit<ClusterResource, "connection">;

export function toClusterResource({ connection, ...cluster }: ClusterReport): ClusterResource {
  return { ...cluster, connection: { ...connection, since: connection.since.toISOString() } };
}
