import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { namespaceOf, type Store } from "@/lib/domain/store";
import type { ReconcileDeps } from "./deps";
import { type Applied, fingerprintApplied } from "./drift";
import type { Progress } from "./progress";

/** Keeps a manual Helm change: from now on drift is measured against it. */
export function adoptRelease(
  { db, view }: Pick<ReconcileDeps, "db" | "view">,
  { id, name }: Store,
  progress: Progress,
  before: Applied | null,
): Applied {
  const now = fingerprintApplied(view.snapshot(namespaceOf(name)).objects);
  const kept = Object.keys(before ?? {});
  const applied = Object.fromEntries(Object.entries(now).filter(([object]) => kept.includes(object)));
  transact(db, (tx) => {
    tx.update(stores).set({ applied }).where(eq(stores.id, id)).run();
    progress.say(tx, "Somebody changed this store with Helm by hand; the change is kept", {
      kind: "store.drift",
      object: `Release/${name}`,
    });
  });
  return applied;
}
