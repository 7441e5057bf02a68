import { z } from "zod";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { planId } from "@/lib/domain/plan";
import { phases } from "@/lib/domain/store";
import { storeSorts } from "@/lib/domain/store-filter";
import { storeName } from "@/lib/domain/store-name";
import { storeType } from "@/lib/engines/store-types";
import { softwareVersionResource, storeResource } from "../resources/store-resource";
import { defineOperation } from "./operation";
import { pageQuery } from "./page-query";

const params = z.object({ name: storeName });
const stream = { description: "Server-sent events, until you go.", contentType: "text/event-stream" };
const store = { description: "The store.", schema: storeResource };
const begun = { description: "Wanted from now on; the platform is on it.", schema: storeResource };

export const listStores = defineOperation({
  id: "listStores",
  method: "GET",
  path: "/api/stores",
  tag: "stores",
  subject: "store",
  summary: "List your stores",
  description: "An admin sees all of the installation.",
  access: { who: "account", scope: "read" },
  query: pageQuery.extend({
    phase: z.enum(phases, { error: `The phase is one of: ${phases.join(", ")}.` }).optional(),
    type: storeType.optional(),
    plan: z.string().max(40).optional().meta({ description: "Id of a plan." }),
    owner: z.string().max(254).optional().meta({ description: "E-mail address of the owner." }),
    q: z.string().max(100).optional().meta({ description: "Part of the name or the title." }),
    sort: z
      .enum(storeSorts, { error: `The order is one of: ${storeSorts.join(", ")}.` })
      .optional()
      .meta({ description: "Newest first where it is left out." }),
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
    "Answers at once; the store becomes ready once an order went through it. Follow its events to watch.",
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
  description: "With its database, its files and its address. It can't be taken back.",
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
  summary: "Move a store to another plan",
  description: "Its bounds change while it runs. One that failed takes the plan when it is tried again.",
  access: { who: "member", verb: "operate" },
  params,
  body: z.strictObject({ plan: planId }),
  example: { plan: "large" },
  answers: { 202: begun },
  problems: [409],
  conditional: true,
});

export const retryStore = defineOperation({
  id: "retryStore",
  method: "POST",
  path: "/api/stores/{name}/retry",
  tag: "stores",
  subject: "store",
  summary: "Try a failed create again",
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
    "To the images that this installation has now: the shop restarts, and an order is proven again. Where it does not become ready it goes back to what it ran, if its data allows. Nothing is done where there is nothing newer, or the update is under way.",
  access: { who: "member", verb: "operate" },
  params,
  answers: { 202: begun },
  problems: [409],
  conditional: true,
});

export const revealAdminPassword = defineOperation({
  id: "revealAdminPassword",
  method: "POST",
  path: "/api/stores/{name}/admin-password",
  tag: "stores",
  subject: "store",
  summary: "Show the shop's admin password, once",
  access: { who: "member", verb: "enter" },
  params,
  answers: {
    200: {
      description: "The user name and the generated password. It is not shown again.",
      schema: z.object({ username: z.string(), password: z.string() }),
    },
  },
  problems: [409],
});

const afterQuery = z.object({
  after: z.string().optional().meta({
    description:
      "Id of the last event that you have; 0 for all. Without it (and without Last-Event-ID): from now on.",
  }),
});

export const streamStoreEvents = defineOperation({
  id: "streamStoreEvents",
  method: "GET",
  path: "/api/stores/{name}/events",
  tag: "stores",
  subject: "store",
  summary: "Follow what happens to a store",
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
  summary: "Follow what happens to all your stores",
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
  summary: "List the types of store",
  access: { who: "account", scope: "read" },
  answers: {
    200: {
      description: "What this installation can make, and why not where it can't.",
      schema: z.object({
        types: z.array(
          z.object({
            type: storeType,
            label: z.string(),
            gives: z.string().meta({ description: "What a store of this type has, in a sentence." }),
            sampleProducts: z.number().int(),
            versions: z.array(softwareVersionResource).meta({
              description: "What a new store of this type runs; empty where this installation does not know.",
            }),
            available: z.boolean(),
            reason: z.string().optional(),
          }),
        ),
      }),
    },
  },
});
