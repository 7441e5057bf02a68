import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Store, StoreView } from "@/lib/domain/store";
import type { OperationKind } from "@/lib/domain/store-event";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { toStoreView } from "./to-store-view";

type Change = Partial<typeof stores.$inferInsert> & Pick<Store, "phase">;

/** Writes what is wanted of a store from now on, with all that follows: event, operation and audit row. */
export function requestOperation(
  tx: Tx,
  ctx: Ctx,
  row: StoreRow,
  request: { change: Change; message: string; operation: OperationKind; action: string; target?: string },
): StoreView {
  const changed = tx
    .update(stores)
    .set({ ...request.change, cause: null, updatedAt: new Date() })
    .where(eq(stores.id, row.id))
    .returning()
    .get();
  const { app } = ctx;
  app.events.append(tx, row, {
    message: request.message,
    detail: { kind: "store.phase", phase: request.change.phase, cause: null },
  });
  app.operations.enqueue(tx, row, { kind: request.operation, target: request.target });
  recordAudit(tx, ctx, {
    action: request.action,
    target: storeTarget(row),
    ...(request.target && { detail: { to: request.target } }),
  });
  return toStoreView(tx, ctx, changed);
}
