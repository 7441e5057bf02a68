import { and, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { isRunning } from "@/lib/domain/store";
import type { AppContext } from "../app-context";

const kind = "end-admin-sessions";

/**
 * Ends the sessions and passwords of a shop's admin pages, because somebody lost a role that opens them. All members of a
 * store share its admin account, so everybody signs in again. Nothing for a store that does not run: nobody is signed in.
 */
export function endShopAccess(tx: Tx, app: Pick<AppContext, "operations">, store: StoreRow): void {
  if (!isRunning(store.phase)) return;
  const queued = tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.storeId, store.id), eq(operations.kind, kind), eq(operations.state, "queued")))
    .get();
  if (queued === undefined) app.operations.enqueue(tx, store, { kind, requester: null, state: {} });
}
