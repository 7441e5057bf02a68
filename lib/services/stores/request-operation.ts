import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Store } from "@/lib/domain/store";
import type { KindName, StateOf } from "@/lib/operations/kinds";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import type { AcceptedStore } from "./accepted-store";
import { toStoreView } from "./to-store-view";

type Change = Partial<typeof stores.$inferInsert> & Pick<Store, "phase">;

interface Request<Name extends KindName> {
  change: Change;
  message: string;
  operation: Name;
  state: StateOf<Name>;
  /** Name of the action in the audit log. */
  action: string;
  /** Target of an update, in words. */
  target?: string;
}

/** Writes a store's new desired state with its operation, event and audit entry. */
export function requestOperation<Name extends KindName>(
  tx: Tx,
  ctx: Ctx,
  row: StoreRow,
  { change, message, operation, state, action, target }: Request<Name>,
): AcceptedStore {
  const { app, actor } = ctx;
  const changed = tx
    .update(stores)
    .set({ ...change, cause: null, updatedAt: new Date() })
    .where(eq(stores.id, row.id))
    .returning()
    .get();
  app.events.append(tx, row, {
    message,
    detail: { kind: "store.phase", phase: change.phase, cause: null },
  });
  const request = { kind: operation, requester: actor, target, state };
  const operationId = app.operations.enqueue<KindName>(tx, row, request);
  recordAudit(tx, ctx, {
    action,
    target: storeTarget(row),
    ...(target && { detail: { to: target } }),
  });
  return { ...toStoreView(tx, ctx, changed), operationId };
}
