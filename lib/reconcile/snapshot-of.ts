import { type StoreSnapshot, toStoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import { namespaceOf, type Store } from "@/lib/domain/store";
import type { ReconcileDeps } from "./deps";

/** A store's namespace as the watches see it now, with the parts of its engine. */
export function snapshotOf(
  { view, engines }: Pick<ReconcileDeps, "view" | "engines">,
  { name, type }: Pick<Store, "name" | "type">,
): StoreSnapshot {
  return toStoreSnapshot(view.snapshot(namespaceOf(name)), engines[type]?.parts ?? null);
}
