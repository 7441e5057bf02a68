import { and, eq, isNull, or } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { ReconcileDeps } from "@/lib/reconcile/deps";
import { noteVersions } from "@/lib/reconcile/note-versions";
import { recordImages } from "@/lib/reconcile/record-images";
import { wasReady } from "./find-quiet-store";

/**
 * Records images and versions of stores that have no operation since they began to be recorded: images from their
 * releases, versions from the shops, one store after another. Stores that do not answer are asked at the next start.
 */
export async function recordRunningVersions(deps: ReconcileDeps, signal: AbortSignal): Promise<void> {
  const { db, events, log } = deps;
  const unknown = or(isNull(stores.images), eq(stores.versions, []));
  for (const row of db.select().from(stores).where(and(wasReady, unknown)).all()) {
    if (signal.aborted) return;
    try {
      await recordImages(deps, row);
      const say: Parameters<typeof noteVersions>[1]["say"] = (tx, message, detail) =>
        events.append(tx, row, { message, detail });
      if (row.phase === "ready") await noteVersions(deps, { say }, row, signal);
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error, store: row.name }, "What the store runs is not known yet");
    }
  }
}
