import { setTimeout as delay } from "node:timers/promises";
import { type Tx, transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { isServing, observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import type { Cause } from "@/lib/domain/cause";
import { namespaceOf } from "@/lib/domain/store";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { checkApplication } from "@/lib/reconcile/check-application";
import { snapshotOf } from "@/lib/reconcile/snapshot-of";
import { writeFindings } from "@/lib/reconcile/write-findings";
import { findQuietStore, wasReady } from "./find-quiet-store";
import { LoadWatch } from "./load-watch";

/** Time between two checks of a store: a shop that fails is reported within a minute. */
const roundMs = 45_000;

/** A failure counts when it is seen twice. A worker or an ingress that restarts fails a single request. */
const confirmAfterMs = 3_000;

/** Checks at the same time: each costs its shop a page. */
const atOnce = 4;

/**
 * Checks the application of every store that was ready: pods can be ready while every page fails. Each round opens one
 * of the pages that the engine lists, and all of them if it fails.
 */
export class ApplicationWatch {
  private readonly stopping = new AbortController();
  private readonly deps: OperationDeps;
  private readonly waits: { roundMs: number; confirmAfterMs: number };
  private readonly load: LoadWatch;
  private done: Promise<void> = Promise.resolve();

  constructor(deps: OperationDeps, waits = { roundMs, confirmAfterMs }, load = new LoadWatch(deps)) {
    this.deps = deps;
    this.waits = waits;
    this.load = load;
  }

  start(): void {
    this.done = this.run(this.stopping.signal).catch((error) => {
      if (!this.stopping.signal.aborted)
        this.deps.log.error({ err: error }, "Applications are no longer checked");
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done;
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let round = 0; ; round++) {
      await delay(this.waits.roundMs, undefined, { signal });
      await this.checkAll(round, signal);
    }
  }

  /** One round over all stores. */
  async checkAll(round: number, signal: AbortSignal): Promise<void> {
    const { db, view } = this.deps;
    if (view.connection().state !== "connected") return;
    const names = db.select({ name: stores.name }).from(stores).where(wasReady).all().values();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const { name } of names) {
          await this.check(name, round, signal);
          // Also while its pods do not serve: busy workers are why.
          await this.load.check(name);
        }
      }),
    );
  }

  private async check(name: string, round: number, signal: AbortSignal): Promise<void> {
    const row = this.find(this.deps.db, name);
    if (row === undefined) return;
    try {
      const finding = await this.findError(row, round, signal);
      // Most checks find nothing on a healthy store: they cost no write.
      if (finding !== null || isOurs(row.finding)) this.record(row, finding);
    } catch (error) {
      signal.throwIfAborted();
      this.deps.log.warn({ err: error, store: name }, "The application could not be checked");
    }
  }

  private async findError(row: StoreRow, round: number, signal: AbortSignal): Promise<Cause | null> {
    const pages = this.deps.engines[row.type]?.checkedPages ?? [];
    const page = pages[round % pages.length];
    if (page === undefined) return null;
    if (isOurs(row.finding)) return checkApplication(this.deps, row, signal);
    if ((await checkApplication(this.deps, row, signal, [page])) === null) return null;
    await delay(this.waits.confirmAfterMs, undefined, { signal });
    return checkApplication(this.deps, row, signal);
  }

  private record(checked: StoreRow, found: Cause | null): void {
    transact(this.deps.db, (tx) => {
      const row = this.find(tx, checked.name);
      // The store has changed since: the check is void.
      if (row === undefined || row.url !== checked.url) return;
      writeFindings(tx, this.deps, row, { finding: found ?? (isOurs(row.finding) ? null : row.finding) });
    });
  }

  /** The store's row, if it was ready, no operation is open and its pods serve. */
  private find(tx: Tx, name: string): StoreRow | undefined {
    const row = findQuietStore(tx, namespaceOf(name));
    return row && isServing(observeWorkloads(snapshotOf(this.deps, row))) ? row : undefined;
  }
}

/** Whether this check set it. A failed verification is cleared by a verification. */
function isOurs(finding: Cause | null): boolean {
  return finding !== null && finding.code !== "order_failed";
}
