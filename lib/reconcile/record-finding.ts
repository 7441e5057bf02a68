import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import { isRunning } from "@/lib/domain/store";
import type { ReconcileDeps } from "./deps";
import { writeFindings } from "./write-findings";

/** Writes what a check of a store found, and the health that follows from it. Nothing for a store that does not run. */
export function recordFinding(
  deps: Pick<ReconcileDeps, "db" | "events" | "view" | "engines">,
  { id }: Pick<StoreRow, "id">,
  toFinding: (row: StoreRow) => Cause | null,
): void {
  transact(deps.db, (tx) => {
    const row = tx.select().from(stores).where(eq(stores.id, id)).get();
    if (row === undefined || row.desired !== "ready" || !isRunning(row.phase)) return;
    writeFindings(tx, deps, row, { finding: toFinding(row) });
  });
}
