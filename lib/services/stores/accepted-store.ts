import type { StoreView } from "@/lib/domain/store";

/** A store after a request to change it. */
export interface AcceptedStore extends StoreView {
  /** The operation that makes the change; null where there was nothing to do. */
  operationId: string | null;
}
