import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { ReconcileDeps } from "./deps";
import { judgeHealth } from "./judge-health";
import { recordHealth } from "./record-health";
import { snapshotOf } from "./snapshot-of";

/** Writes what a check found on the row of a store that runs, and the health that follows from it. */
export function writeFindings(
  tx: Tx,
  deps: Pick<ReconcileDeps, "events" | "view" | "engines">,
  row: StoreRow,
  found: Partial<Pick<StoreRow, "finding" | "load">>,
): void {
  tx.update(stores).set(found).where(eq(stores.id, row.id)).run();
  recordHealth(tx, deps.events, row, judgeHealth(snapshotOf(deps, row), { ...row, ...found }));
}
