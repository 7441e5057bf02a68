import { z } from "zod";
import { storeName } from "@/lib/domain/store-name";
import { pageCacheResource } from "../resources/page-cache-resource";
import { defineOperation } from "./operation";

const shared = {
  path: "/api/stores/{name}/page-cache",
  tag: "stores",
  subject: "store",
  access: { who: "member", verb: "enter" },
  params: z.object({ name: storeName }),
  answers: { 200: { description: "The page cache.", schema: pageCacheResource } },
  problems: [409, 503],
} as const;

export const getPageCache = defineOperation({
  ...shared,
  id: "getPageCache",
  method: "GET",
  summary: "Get the state of a store's page cache",
  description: "Anonymous visitors get pages from it without running the application.",
});

export const setPageCache = defineOperation({
  ...shared,
  id: "setPageCache",
  method: "POST",
  summary: "Turn a store's page cache on or off",
  description: "Both remove all pages from it.",
  body: z.strictObject({ on: z.boolean() }),
  example: { on: true },
});

export const clearPageCache = defineOperation({
  ...shared,
  id: "clearPageCache",
  method: "DELETE",
  summary: "Clear a store's page cache",
  description:
    "The shop removes pages itself when their content changes. Clear it after a change that the shop can't see, such as one made in the database.",
});
