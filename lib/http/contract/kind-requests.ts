import { z } from "zod";
import { storeName } from "@/lib/domain/store-name";
import type { ApiRequest, Kind } from "@/lib/operations/kind";
import { kinds } from "@/lib/operations/kinds";
import { operationResource } from "../resources/operation-resource";
import { defineOperation } from "./operation";

const params = z.object({ name: storeName });

/** The API's operation that starts a kind of operation. */
export function describeRequest({ path, id, summary, description, verb }: ApiRequest) {
  return defineOperation({
    id,
    method: "POST",
    path: `/api/stores/{name}/${path}`,
    tag: "stores",
    subject: "store",
    summary,
    description,
    access: { who: "member", verb },
    params,
    answers: { 202: { description: "Accepted; the operation is queued.", schema: operationResource } },
    problems: [409],
  });
}

/** The API's operation that starts the kind of this name. Throws if the API does not offer the kind. */
export function requestOf(name: Kind["name"]) {
  const request = kinds.find((kind) => kind.name === name)?.request;
  if (!request) throw new Error(`The API does not start operations of the kind ${name}.`);
  return describeRequest(request);
}

/** One for each kind that the API starts without parameters. */
export const kindRequests = kinds.flatMap(({ request }) =>
  request === null ? [] : [describeRequest(request)],
);
