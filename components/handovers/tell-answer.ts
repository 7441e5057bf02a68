import { toast } from "sonner";
import type { StoreEvent } from "@/lib/domain/store-event";

/** Tells who offers a store that the other side does not want it. That they took it is told where it was shown. */
export function tellAnswer({ detail, storeName }: StoreEvent): void {
  if (detail.kind !== "store.handover" || !detail.declined) return;
  toast(`${detail.email} does not want ${storeName}.`);
}
