import { z } from "zod";
import { storeName } from "@/lib/domain/store-name";
import {
  clusterResource,
  releaseResource,
  statisticsResource,
  storeObjectsResource,
} from "../resources/insight-resource";
import { storeUsageResource } from "../resources/store-usage-resource";
import { defineOperation } from "./operation";

const params = z.object({ name: storeName });

const component = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, {
    error: "Enter a component of the store, as its objects name it in `component`.",
  })
  .optional()
  .meta({
    description:
      "A component of the store, as its objects name it in `component`. Default: the component that visitors reach.",
  });

const tail = z.coerce
  .number({ error: "The number of lines must be from 1 to 5000." })
  .int({ error: "The number of lines must be a whole number." })
  .min(1, { error: "The number of lines must be at least 1." })
  .max(5_000, { error: "The number of lines can be at most 5000." })
  .default(500)
  .meta({ description: "The number of past lines." });

export const readLogs = defineOperation({
  id: "readLogs",
  method: "GET",
  path: "/api/stores/{name}/logs",
  tag: "stores",
  subject: "store",
  summary: "Read the logs of a store",
  access: { who: "member", verb: "enter" },
  params,
  query: z.strictObject({ component, tail }),
  answers: { 200: { description: "The last lines, oldest first.", contentType: "text/plain" } },
  problems: [503],
});

export const streamLogs = defineOperation({
  id: "streamLogs",
  method: "GET",
  path: "/api/stores/{name}/logs/stream",
  tag: "stores",
  subject: "store",
  summary: "Stream the logs of a store",
  description:
    "Server-sent events named `line`, each with `at`, `pod` and `text`. With Last-Event-ID, an interrupted stream continues after its last line.",
  access: { who: "member", verb: "enter" },
  params,
  query: z.strictObject({ component, tail }),
  answers: {
    200: { description: "The lines, until the client disconnects.", contentType: "text/event-stream" },
  },
});

export const inspectStore = defineOperation({
  id: "inspectStore",
  method: "GET",
  path: "/api/stores/{name}/objects",
  tag: "stores",
  subject: "store",
  summary: "List the Kubernetes objects of a store",
  access: { who: "member", verb: "read" },
  params,
  answers: {
    200: {
      description: "The objects, and the used part of the quota.",
      schema: storeObjectsResource,
    },
  },
});

export const getStoreUsage = defineOperation({
  id: "getStoreUsage",
  method: "GET",
  path: "/api/stores/{name}/usage",
  tag: "stores",
  subject: "store",
  summary: "Get the resource usage of a store",
  description:
    "CPU, memory and disks as the cluster measured them, each with its limit. A value that is not measured is null or missing, never 0, and `gaps` gives the reason. Values are cached for ten seconds.",
  access: { who: "member", verb: "read" },
  params,
  answers: {
    200: { description: "The usage, and the reason for each missing value.", schema: storeUsageResource },
  },
});

export const getRelease = defineOperation({
  id: "getRelease",
  method: "GET",
  path: "/api/stores/{name}/release",
  tag: "stores",
  subject: "store",
  summary: "Get the Helm release of a store",
  access: { who: "member", verb: "enter" },
  params,
  answers: { 200: { description: "The latest release, as stored by Helm.", schema: releaseResource } },
  problems: [503],
});

export const checkName = defineOperation({
  id: "checkName",
  method: "GET",
  path: "/api/store-names/{candidate}",
  tag: "stores",
  subject: "store",
  summary: "Check a store name",
  access: { who: "account", scope: "read" },
  params: z.object({ candidate: z.string().max(200) }),
  answers: {
    200: {
      description:
        "Whether the name is available, the reason if not, and the address that the store would have.",
      schema: z.object({ available: z.boolean(), reason: z.string().nullable(), url: z.url().nullable() }),
    },
  },
});

export const getStatistics = defineOperation({
  id: "getStatistics",
  method: "GET",
  path: "/api/statistics",
  tag: "stores",
  subject: "platform",
  summary: "Get create statistics",
  description: "Covers the stores that you can see. Admins see all stores.",
  access: { who: "account", scope: "read" },
  query: z.strictObject({
    days: z.coerce
      .number({ error: "The number of days must be from 1 to 90." })
      .int({ error: "The number of days must be a whole number." })
      .min(1, { error: "The number of days must be at least 1." })
      .max(90, { error: "The number of days can be at most 90." })
      .default(30),
  }),
  answers: { 200: { description: "Counts by day, by phase and by cause.", schema: statisticsResource } },
});

export const getCluster = defineOperation({
  id: "getCluster",
  method: "GET",
  path: "/api/cluster",
  tag: "administration",
  subject: "platform",
  summary: "Get the cluster",
  access: { who: "admin" },
  answers: {
    200: {
      description: "The nodes, the storage and ingress classes, and the versions.",
      schema: clusterResource,
    },
  },
  problems: [503],
});
