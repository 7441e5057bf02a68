import { and, eq, isNull, ne } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { toStore } from "@/lib/db/store-row";
import type { Store } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { enqueueOperation } from "@/lib/events/enqueue-operation";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../context";
import { getVisibleStore } from "./get-visible-store";

/**
 * Tries a failed create once more, with what was asked for then.
 * Throws AppError `conflict` where it did not fail, is still being cleaned up, or its name went to another store.
 */
export function retryStore(ctx: Ctx, name: string): Store {
  const { app, actor } = ctx;
  const store = transact(app.db, (tx) => {
    const row = getVisibleStore(tx, actor, name);
    if (row.phase !== "failed") {
      throw new AppError("conflict", `“${name}” has not failed: there is nothing to try again.`);
    }
    if (row.releasedAt === null) {
      throw new AppError("conflict", `“${name}” is still being cleaned up. Try again in a few seconds.`);
    }
    const holder = tx
      .select({ id: stores.id })
      .from(stores)
      .where(and(eq(stores.name, name), isNull(stores.releasedAt), ne(stores.id, row.id)))
      .get();
    if (holder) {
      throw new AppError(
        "conflict",
        `The name “${name}” belongs to another store by now. Create one with another name.`,
      );
    }
    const again = tx
      .update(stores)
      .set({ phase: "queued", cause: null, releasedAt: null, updatedAt: new Date(), passwordShownAt: null })
      .where(eq(stores.id, row.id))
      .returning()
      .get();
    app.events.append(tx, {
      storeId: row.id,
      storeName: row.name,
      ownerId: row.ownerId,
      operationId: null,
      message: `${row.name} is tried again`,
      detail: { kind: "store.phase", phase: "queued", cause: null },
    });
    enqueueOperation(tx, app.events, row, "create");
    recordAudit(tx, actor, "store.retry", row.name);
    return toStore(again);
  });
  app.wakeWorker();
  return store;
}
