import { z } from "zod";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { planId } from "@/lib/domain/plan";
import { runtimeSettingsChange } from "@/lib/domain/runtime-settings/runtime-settings";
import { phases } from "@/lib/domain/store";
import { storeSorts } from "@/lib/domain/store-filter";
import { storeName } from "@/lib/domain/store-name";
import { storeType } from "@/lib/engines/store-types";
import { runtimeSettingsResource } from "../resources/runtime-settings-resource";
import { softwareVersionResource, storeResource } from "../resources/store-resource";
import { defineOperation } from "./operation";
import { pageQuery } from "./page-query";

const params = z.object({ name: storeName });
const stream = {
  description: "Server-sent events, until the client disconnects.",
  contentType: "text/event-stream",
};
const store = { description: "The store.", schema: storeResource };
const begun = {
  description: "Accepted; `Location` is the operation that makes the change.",
  schema: storeResource,
};
const unchanged = { description: "The store, unchanged: there is nothing to do.", schema: storeResource };

export const listStores = defineOperation({
  id: "listStores",
  method: "GET",
  path: "/api/stores",
  tag: "stores",
  subject: "store",
  summary: "List your stores",
  description: "Admins see all stores of the installation.",
  access: { who: "account", scope: "read" },
  query: pageQuery.extend({
    phase: z.enum(phases, { error: `The phase must be one of: ${phases.join(", ")}.` }).optional(),
    type: storeType.optional(),
    plan: z.string().max(40).optional().meta({ description: "Id of a plan." }),
    owner: z.string().max(254).optional().meta({ description: "E-mail address of the owner." }),
    q: z.string().max(100).optional().meta({ description: "Text in the name or the title." }),
    sort: z
      .enum(storeSorts, { error: `The order must be one of: ${storeSorts.join(", ")}.` })
      .optional()
      .meta({ description: "`newest` by default." }),
  }),
  answers: {
    200: {
      description: "A page of stores.",
      schema: z.object({ stores: z.array(storeResource), nextCursor: z.string().nullable() }),
    },
  },
});

export const createStore = defineOperation({
  id: "createStore",
  method: "POST",
  path: "/api/stores",
  tag: "stores",
  subject: "store",
  summary: "Create a store",
  description:
    "Returns before the store is created. The store becomes ready after the platform has verified it; in a shop it places a test order. Follow the progress in its events.",
  access: { who: "account", scope: "write" },
  body: createStoreInput.extend({ type: storeType }),
  rate: "create",
  idempotent: true,
  example: { name: "store1", type: "woocommerce", title: "Blue Mugs", country: "DE", currency: "EUR" },
  answers: { 202: begun },
  problems: [409, 503],
});

export const getStore = defineOperation({
  id: "getStore",
  method: "GET",
  path: "/api/stores/{name}",
  tag: "stores",
  subject: "store",
  summary: "Get a store",
  access: { who: "member", verb: "read" },
  params,
  conditional: true,
  answers: { 200: store },
});

export const deleteStore = defineOperation({
  id: "deleteStore",
  method: "DELETE",
  path: "/api/stores/{name}",
  tag: "stores",
  subject: "store",
  summary: "Delete a store",
  description: "Deletes the store with its database, files and address. This cannot be undone.",
  access: { who: "member", verb: "delete" },
  params,
  conditional: true,
  answers: { 202: begun },
});

export const changeStore = defineOperation({
  id: "changeStore",
  method: "PATCH",
  path: "/api/stores/{name}",
  tag: "stores",
  subject: "store",
  summary: "Change the plan of a store",
  description:
    "The containers restart with the sizes of the plan. A failed store gets the plan when its create is retried.",
  access: { who: "member", verb: "operate" },
  params,
  body: z.strictObject({ plan: planId }),
  example: { plan: "large" },
  answers: { 200: unchanged, 202: begun },
  problems: [409],
  conditional: true,
});

export const retryStore = defineOperation({
  id: "retryStore",
  method: "POST",
  path: "/api/stores/{name}/retry",
  tag: "stores",
  subject: "store",
  summary: "Retry a failed create",
  access: { who: "member", verb: "operate" },
  params,
  answers: { 202: begun },
  problems: [409],
});

export const updateStore = defineOperation({
  id: "updateStore",
  method: "POST",
  path: "/api/stores/{name}/update",
  tag: "stores",
  subject: "store",
  summary: "Update a store",
  description:
    "Updates the store to the installation's current images. The shop restarts and is verified again. If it does not become ready, it is rolled back to its previous images, provided that its data allows it. Does nothing if there is no newer image. If an update is in progress, `Location` is its operation.",
  access: { who: "member", verb: "operate" },
  params,
  answers: { 200: unchanged, 202: begun },
  problems: [409],
  conditional: true,
});

export const rotateDatabasePassword = defineOperation({
  id: "rotateDatabasePassword",
  method: "POST",
  path: "/api/stores/{name}/database-password/rotate",
  tag: "stores",
  subject: "store",
  summary: "Replace the password of a store's database",
  description: "The database and the shop restart with the new password, and the store is verified.",
  access: { who: "member", verb: "operate" },
  params,
  answers: { 202: begun },
  problems: [409],
});

export const getRuntimeSettings = defineOperation({
  id: "getRuntimeSettings",
  method: "GET",
  path: "/api/stores/{name}/runtime-settings",
  tag: "stores",
  subject: "store",
  summary: "Get the runtime settings of a store",
  access: { who: "member", verb: "read" },
  params,
  conditional: true,
  answers: { 200: { description: "The settings.", schema: runtimeSettingsResource } },
});

export const changeRuntimeSettings = defineOperation({
  id: "changeRuntimeSettings",
  method: "PATCH",
  path: "/api/stores/{name}/runtime-settings",
  tag: "stores",
  subject: "store",
  summary: "Change the runtime settings of a store",
  description:
    "Each group in the body replaces the former one. An empty group restores its defaults. The shop restarts with the settings. If the cluster refuses them, the former ones stay.",
  access: { who: "member", verb: "operate" },
  params,
  body: runtimeSettingsChange,
  example: {
    php: { uploadMib: 256, memoryMib: 384 },
    allowedOrigins: ["https://www.example.com"],
    constants: { WP_POST_REVISIONS: 5 },
  },
  answers: {
    200: { description: "The settings, unchanged: there is nothing to do.", schema: runtimeSettingsResource },
    202: {
      description: "Accepted; `Location` is the operation that makes the change.",
      schema: runtimeSettingsResource,
    },
  },
  problems: [409],
  conditional: true,
});

const afterQuery = z.object({
  after: z.string().optional().meta({
    description:
      "Starts after the event with this id; 0 starts at the first event. Without it and without Last-Event-ID, the stream starts with the next event.",
  }),
});

export const streamStoreEvents = defineOperation({
  id: "streamStoreEvents",
  method: "GET",
  path: "/api/stores/{name}/events",
  tag: "stores",
  subject: "store",
  summary: "Stream the events of a store",
  access: { who: "member", verb: "read" },
  params,
  query: afterQuery,
  answers: { 200: stream },
});

export const streamEvents = defineOperation({
  id: "streamEvents",
  method: "GET",
  path: "/api/events",
  tag: "stores",
  subject: "store",
  summary: "Stream the events of all your stores",
  access: { who: "account", scope: "read" },
  query: afterQuery,
  answers: { 200: stream },
});

export const listStoreTypes = defineOperation({
  id: "listStoreTypes",
  method: "GET",
  path: "/api/store-types",
  tag: "stores",
  subject: "platform",
  summary: "List the store types",
  access: { who: "account", scope: "read" },
  answers: {
    200: {
      description: "The store types, each with the reason if it is not available.",
      schema: z.object({
        types: z.array(
          z.object({
            type: storeType,
            label: z.string(),
            gives: z.string().meta({ description: "A description of the type, in one sentence." }),
            mainPart: z
              .object({ title: z.string(), phrase: z.string() })
              .meta({ description: "What visitors reach, such as “Shop” and “the shop”." }),
            sells: z.boolean().meta({ description: "Whether a store of this type has a currency." }),
            hasLocale: z.boolean().meta({
              description: "Whether a store of this type is created in a language and a time zone.",
            }),
            sampleProducts: z.number().int(),
            versions: z.array(softwareVersionResource).meta({
              description: "Software versions of a new store; empty if unknown.",
            }),
            available: z.boolean(),
            reason: z.string().optional(),
          }),
        ),
      }),
    },
  },
});
