import { z } from "zod";
import { storeName } from "@/lib/domain/store-name";
import { operationResource } from "../resources/operation-resource";
import { defineOperation } from "./operation";
import { pageQuery } from "./page-query";

const params = z.object({ id: z.uuid() });
const one = { description: "The operation.", schema: operationResource };

export const listOperations = defineOperation({
  id: "listOperations",
  method: "GET",
  path: "/api/stores/{name}/operations",
  tag: "stores",
  subject: "store",
  summary: "List the operations of a store",
  description: "Newest first.",
  access: { who: "member", verb: "read" },
  params: z.object({ name: storeName }),
  query: pageQuery,
  answers: {
    200: {
      description: "A page of operations.",
      schema: z.object({ operations: z.array(operationResource), nextCursor: z.string().nullable() }),
    },
  },
});

export const getOperation = defineOperation({
  id: "getOperation",
  method: "GET",
  path: "/api/operations/{id}",
  tag: "stores",
  subject: "store",
  summary: "Get an operation",
  description:
    "Each 202 response names its operation in `Location`. Operations are deleted with their store and then return 404.",
  access: { who: "member", verb: "read" },
  params,
  answers: { 200: one },
});

export const cancelOperation = defineOperation({
  id: "cancelOperation",
  method: "POST",
  path: "/api/operations/{id}/cancel",
  tag: "stores",
  subject: "store",
  summary: "Cancel an operation",
  description:
    "A create is cleaned up. An update returns to the previous images if the store's data allows it, and continues otherwise. Other kinds can’t be cancelled. Cancelling again changes nothing.",
  access: { who: "member", verb: "operate" },
  params,
  answers: { 202: { ...one, description: "The operation, which ends soon after." } },
  problems: [409],
});
