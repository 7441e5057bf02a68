import type { AcceptedStore } from "@/lib/services/stores/accepted-store";
import { operationPath } from "../resources/operation-resource";
import { toStoreResource } from "../resources/store-resource";
import { accepted, ok, type Reply } from "./reply";

/** The store: 202 with the operation that changes it in `Location`, or 200 if there was nothing to do. */
export function replyStore(store: AcceptedStore): Reply {
  const resource = toStoreResource(store);
  return store.operationId === null ? ok(resource) : accepted(resource, operationPath(store.operationId));
}
