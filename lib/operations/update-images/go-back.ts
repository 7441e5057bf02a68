import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import { describeSoftware } from "@/lib/domain/software-version";
import type { Diagnosis } from "@/lib/domain/store-event";
import type { Run } from "@/lib/reconcile/converging-kind";
import type { ImageUpdate } from "./image-update";

/** From now on the store is wanted as it was before the update, and is verified again. The failure is kept until the end. */
export function goBack(
  { deps, operation, progress }: Run<ImageUpdate>,
  { id, name }: Pick<StoreRow, "id" | "name">,
  failure: { cause: Cause; diagnosis: Diagnosis },
): void {
  const update = operation.state;
  transact(deps.db, (tx) => {
    tx.update(stores)
      .set({ images: update.from.images, verifiedDigest: null })
      .where(eq(stores.id, id))
      .run();
    operation.setState(tx, { ...update, failure: { at: Date.now(), ...failure } });
    progress.say(tx, `${name} goes back to ${sayBefore(update)}`, {
      kind: "store.update",
      offered: update.to.versions,
    });
  });
}

/** What the store ran before the update, in words. */
export function sayBefore({ from }: ImageUpdate): string {
  return describeSoftware(from.versions) ?? "its previous images";
}
