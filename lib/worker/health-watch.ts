import type { V1Pod } from "@kubernetes/client-node";
import { eq } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { schedulingGraceMs } from "@/lib/diagnosis/causes/explain-scheduling";
import { componentLabel } from "@/lib/diagnosis/store-snapshot";
import { startSentence } from "@/lib/domain/start-sentence";
import { namespaceOf } from "@/lib/domain/store";
import type { EventDetail } from "@/lib/domain/store-event";
import { findPart } from "@/lib/domain/store-part";
import type { ViewChange } from "@/lib/kube/cluster-view";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { type Drift, fingerprintApplied } from "@/lib/reconcile/drift";
import { type Health, judgeHealth } from "@/lib/reconcile/judge-health";
import { recordHealth } from "@/lib/reconcile/record-health";
import { snapshotOf } from "@/lib/reconcile/snapshot-of";
import { DeadPods } from "./dead-pods";
import { describeDeletedPod } from "./describe-deleted-pod";
import { findQuietStore, wasReady } from "./find-quiet-store";
import { LoadWatch } from "./load-watch";

/** Changes come in bursts (a deleted pod changes five objects): they are handled together. */
const settleMs = 150;

/** An object that is changed again this often within this time is changed by a program: it is left alone. */
const mostRepairs = 3;
const repairWindowMs = 10 * 60_000;

/** Watches stores that were ready: reports when they are not, and repairs objects that were changed by hand. */
export class HealthWatch {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly later = new Map<string, NodeJS.Timeout>();
  private readonly repairedAt = new Map<string, number[]>();
  private unsubscribe: () => void = () => {};
  private readonly deps: OperationDeps;
  private readonly deadPods: DeadPods;
  private readonly load: LoadWatch;

  constructor(deps: OperationDeps, load = new LoadWatch(deps)) {
    this.deps = deps;
    this.deadPods = new DeadPods(deps);
    this.load = load;
  }

  /** Checks every store once, and after that every store that changes. */
  start(): void {
    this.unsubscribe = this.deps.view.onChange((change) => this.notice(change));
    for (const { name } of this.deps.db.select({ name: stores.name }).from(stores).where(wasReady).all()) {
      this.lookSoon(namespaceOf(name));
    }
  }

  stop(): void {
    this.unsubscribe();
    for (const timers of [this.timers, this.later]) {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    }
  }

  private notice(change: ViewChange): void {
    if (change.object.kind === "Event") return;
    if (change.object.kind === "Pod") {
      this.deadPods.notice(change);
      if (change.type === "deleted") this.notePod(change);
    }
    this.lookSoon(change.namespace);
  }

  private lookSoon(namespace: string): void {
    if (this.timers.has(namespace)) return;
    this.stopLater(namespace);
    const timer = setTimeout(() => {
      this.timers.delete(namespace);
      this.look(namespace);
    }, settleMs);
    this.timers.set(namespace, timer);
  }

  /** Some causes count only after a while, and nothing in the cluster changes then. */
  private lookLater(namespace: string): void {
    this.stopLater(namespace);
    this.later.set(
      namespace,
      setTimeout(() => this.look(namespace), schedulingGraceMs),
    );
  }

  private stopLater(namespace: string): void {
    clearTimeout(this.later.get(namespace));
    this.later.delete(namespace);
  }

  private look(namespace: string): void {
    const { db, view } = this.deps;
    // Without a connection the watches are stale: every store would seem to be gone.
    if (view.connection().state !== "connected") return;
    this.deadPods.sweep(namespace);
    const seen = transact(db, (tx) => {
      const row = findQuietStore(tx, namespace);
      if (!row) return null;
      const health = judgeHealth(snapshotOf(this.deps, row), row);
      this.record(tx, row, health);
      return { name: row.name, code: health.cause?.code };
    });
    if (seen?.code === "starting") this.lookLater(namespace);
    // Its log says whether visitors keep all its workers busy.
    if (seen?.code === "probe_failing") void this.load.check(seen.name);
  }

  private record(tx: Tx, row: StoreRow, health: Health): void {
    recordHealth(tx, this.deps.events, row, health);
    if (health.drift.length === 0) return;
    if (!this.mayRepair(row.id)) {
      this.letBe(tx, row, health.drift);
      return;
    }
    for (const drift of health.drift) {
      this.say(tx, row, describeDrift(drift), { kind: "store.drift", object: drift.object });
    }
    this.deps.operations.enqueue(tx, row, { kind: "repair", requester: null, state: {} });
  }

  private mayRepair(storeId: string): boolean {
    const since = Date.now() - repairWindowMs;
    const recent = (this.repairedAt.get(storeId) ?? []).filter((at) => at > since);
    if (recent.length >= mostRepairs) return false;
    this.repairedAt.set(storeId, [...recent, Date.now()]);
    return true;
  }

  /** From now on drift is measured against the current objects. */
  private letBe(tx: Tx, row: StoreRow, drift: Drift[]): void {
    const live = fingerprintApplied(this.deps.view.snapshot(namespaceOf(row.name)).objects);
    const applied = { ...row.applied };
    for (const { object } of drift) {
      const [kind, name] = object.split("/");
      if (live[object] === undefined) delete applied[object];
      else applied[object] = live[object];
      const message = `Something else in the cluster keeps changing ${kind} ${name}; it is left as it is`;
      this.say(tx, row, message, { kind: "store.drift", object });
    }
    tx.update(stores).set({ applied }).where(eq(stores.id, row.id)).run();
  }

  private notePod({ object, namespace }: ViewChange): void {
    const component = object.metadata.labels?.[componentLabel];
    transact(this.deps.db, (tx) => {
      const row = findQuietStore(tx, namespace);
      const part = row && findPart(this.deps.engines[row.type]?.parts ?? [], component);
      const pod = object as unknown as V1Pod;
      // Pods of a job end by themselves, and dead pods are reported when they end.
      if (!part || part.workload === "CronJob" || pod.status?.phase === "Failed") return;
      const whose = `${startSentence(part.phrase)}'s pod ${object.metadata.name}`;
      const message = `${whose} ${describeDeletedPod(pod)}; Kubernetes starts another one`;
      this.say(tx, row, message, { kind: "store.drift", object: `Pod/${object.metadata.name}` });
    });
  }

  private say(tx: Tx, row: StoreRow, message: string, detail: EventDetail): void {
    this.deps.events.append(tx, row, { message, detail });
  }
}

function describeDrift({ object, change }: Drift): string {
  const [kind, name] = object.split("/");
  return change === "missing"
    ? `${kind} ${name} was deleted by hand; it is put back`
    : `${kind} ${name} was changed by hand; it is put back as it was`;
}
