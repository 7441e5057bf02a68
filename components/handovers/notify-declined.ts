import { toast } from "sonner";
import type { StoreEvent } from "@/lib/domain/store-event";

/** Notifies the owner that a handover was declined. An accepted one is reported where the store is shown. */
export function notifyDeclined({ detail, storeName }: StoreEvent): void {
  if (detail.kind !== "store.handover" || !detail.declined) return;
  toast(`${detail.email} declined ${storeName}.`);
}
