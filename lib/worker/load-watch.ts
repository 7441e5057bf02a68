import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import { nextLoadFinding } from "@/lib/domain/load-finding";
import { namespaceOf } from "@/lib/domain/store";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { checkLoad } from "@/lib/reconcile/check-load";
import { judgeHealth } from "@/lib/reconcile/judge-health";
import { recordHealth } from "@/lib/reconcile/record-health";
import { snapshotOf } from "@/lib/reconcile/snapshot-of";
import { findQuietStore } from "./find-quiet-store";

/** Looks for busy and killed workers in the log of a shop. Each of its findings is cleared by its own next check. */
export class LoadWatch {
  private readonly checking = new Set<string>();
  private readonly deps: OperationDeps;

  constructor(deps: OperationDeps) {
    this.deps = deps;
  }

  /** Checks one store, unless that is under way. Never rejects. */
  async check(name: string): Promise<void> {
    if (this.checking.has(name)) return;
    this.checking.add(name);
    try {
      const row = findQuietStore(this.deps.db, namespaceOf(name));
      if (row === undefined) return;
      const cause = await checkLoad(this.deps, row);
      // Most checks find nothing on a healthy store: they cost no write.
      if (cause !== null || row.load !== null) this.record(name, cause);
    } catch (error) {
      this.deps.log.debug({ err: error, store: name }, "The log of a shop could not be read");
    } finally {
      this.checking.delete(name);
    }
  }

  private record(name: string, cause: Cause | null): void {
    transact(this.deps.db, (tx) => {
      const row = findQuietStore(tx, namespaceOf(name));
      if (row === undefined) return;
      const load = nextLoadFinding(row.load, cause, new Date());
      tx.update(stores).set({ load }).where(eq(stores.id, row.id)).run();
      if (cause !== null && isNews(row, cause)) {
        const message = [cause.message, cause.next].filter(Boolean).join(" ");
        this.deps.events.append(tx, row, { message, detail: { kind: "store.warning", cause } });
      }
      recordHealth(tx, this.deps.events, row, judgeHealth(snapshotOf(this.deps, row), { ...row, load }));
    });
  }
}

/** The timeline has it once until it is cleared. */
function isNews({ load }: StoreRow, { code }: Cause): boolean {
  return load?.cause.code !== code;
}
