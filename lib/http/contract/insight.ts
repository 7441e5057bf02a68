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
  .regex(/^[a-z][a-z0-9-]{0,40}$/, { error: "Name a part of the store, such as shop or database." })
  .default("shop")
  .meta({ description: "A part of the store, such as `shop` or `database`." });

const tail = z.coerce
  .number({ error: "The number of lines is from 1 to 5000." })
  .int({ error: "The number of lines must be a whole number." })
  .min(1, { error: "Ask for one line at least." })
  .max(5_000, { error: "There are 5000 lines at most." })
  .default(500)
  .meta({ description: "How many lines of before." });

export const readLogs = defineOperation({
  id: "readLogs",
  method: "GET",
  path: "/api/stores/{name}/logs",
  tag: "stores",
  subject: "store",
  summary: "Read what a part of a store wrote",
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
  summary: "Follow what a part of a store writes",
  description:
    "Server-sent events named `line`, each with `at`, `pod` and `text`. A stream that was cut off goes on after its last line (Last-Event-ID).",
  access: { who: "member", verb: "enter" },
  params,
  query: z.strictObject({ component, tail }),
  answers: { 200: { description: "Lines, until you go.", contentType: "text/event-stream" } },
});

export const inspectStore = defineOperation({
  id: "inspectStore",
  method: "GET",
  path: "/api/stores/{name}/objects",
  tag: "stores",
  subject: "store",
  summary: "List what a store consists of in the cluster",
  access: { who: "member", verb: "read" },
  params,
  answers: {
    200: {
      description: "Its Kubernetes objects, and what it uses of its quota.",
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
  summary: "Measure what a store uses",
  description:
    "CPU, memory and disks as the cluster measured them a moment ago, each of what there is. What is not measured is null, or not listed, and `gaps` says why: it is never 0 for want of a figure. Figures are shared for ten seconds, so that asking more often tells nothing new.",
  access: { who: "member", verb: "read" },
  params,
  answers: { 200: { description: "What it uses, and what is not known.", schema: storeUsageResource } },
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
  answers: { 200: { description: "The newest release, as Helm keeps it.", schema: releaseResource } },
  problems: [503],
});

export const openAdmin = defineOperation({
  id: "openAdmin",
  method: "POST",
  path: "/api/stores/{name}/admin-session",
  tag: "stores",
  subject: "store",
  summary: "Get into the shop's admin pages",
  description:
    "Post the fields to the address as a form, in the browser that is to be signed in: they work once, for a minute. A browser that asks for text/html gets a page that does so by itself.",
  access: { who: "member", verb: "enter" },
  params,
  answers: {
    200: {
      description: "Where to post what.",
      schema: z.object({
        url: z.url(),
        fields: z.record(z.string(), z.string()),
        expiresInSeconds: z.number().int(),
      }),
    },
  },
  problems: [409, 503],
});

export const checkName = defineOperation({
  id: "checkName",
  method: "GET",
  path: "/api/store-names/{candidate}",
  tag: "stores",
  subject: "store",
  summary: "Ask whether a store could be called that",
  access: { who: "account", scope: "read" },
  params: z.object({ candidate: z.string().max(200) }),
  answers: {
    200: {
      description: "Whether it could, why not, and the address that it would have.",
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
  summary: "Get how creates went",
  description: "Of your stores; an admin's are all of the installation.",
  access: { who: "account", scope: "read" },
  query: z.strictObject({
    days: z.coerce
      .number({ error: "The days are a number from 1 to 90." })
      .int({ error: "The days are a whole number." })
      .min(1, { error: "Ask for one day at least." })
      .max(90, { error: "There are 90 days at most." })
      .default(30),
  }),
  answers: { 200: { description: "By day, by state and by cause.", schema: statisticsResource } },
});

export const getCluster = defineOperation({
  id: "getCluster",
  method: "GET",
  path: "/api/cluster",
  tag: "administration",
  subject: "platform",
  summary: "Get what the cluster is and has",
  access: { who: "admin" },
  answers: { 200: { description: "Its nodes, classes and versions.", schema: clusterResource } },
  problems: [503],
});
