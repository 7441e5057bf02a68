import { transact } from "@/lib/db/connect";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import { nextLoadFinding } from "@/lib/domain/load-finding";
import { namespaceOf } from "@/lib/domain/store";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { checkLoad } from "@/lib/reconcile/check-load";
import { writeFindings } from "@/lib/reconcile/write-findings";
import { findQuietStore } from "./find-quiet-store";
import { recordWarning } from "./record-warning";

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
      if (cause !== null && isNews(row, cause)) recordWarning(tx, this.deps.events, row, cause);
      writeFindings(tx, this.deps, row, { load });
    });
  }
}

/** The timeline has it once until it is cleared. */
function isNews({ load }: StoreRow, { code }: Cause): boolean {
  return load?.cause.code !== code;
}
