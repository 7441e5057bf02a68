import type { V1Pod } from "@kubernetes/client-node";
import { transact } from "@/lib/db/connect";
import type { StoreRow } from "@/lib/db/store-row";
import { explainDeadPod } from "@/lib/diagnosis/causes/explain-dead-pod";
import { describeDeadPod, findDeadPods, isDead } from "@/lib/diagnosis/causes/explain-evictions";
import { isAppError } from "@/lib/errors";
import type { ViewChange } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { snapshotOf } from "@/lib/reconcile/snapshot-of";
import { findRunningStore } from "./find-quiet-store";
import { recordWarning } from "./record-warning";

/** A node that is short of something refuses one pod after another: the same sentence is reported once in this time. */
const sayAgainMs = 10 * 60_000;

/**
 * Reports the pods that Kubernetes ended for good, such as evicted ones, in the timeline of their store, and removes them:
 * a Deployment keeps them for ever, and `kubectl logs` prefers them to the living. Each is removed by its uid, after it
 * was reported. A pod that runs is never removed.
 */
export class DeadPods {
  private readonly reported = new Set<string>();
  private readonly removing = new Set<string>();
  private readonly saidAt = new Map<string, number>();
  private readonly deps: OperationDeps;

  constructor(deps: OperationDeps) {
    this.deps = deps;
  }

  /** A pod changed. StatefulSets remove their dead pods at once, so it is reported now. */
  notice({ type, object, namespace }: ViewChange): void {
    const uid = object.metadata.uid ?? "";
    const wasReported = this.reported.has(uid);
    if (type === "deleted") this.reported.delete(uid);
    if (wasReported || (object.status as V1Pod["status"])?.phase !== "Failed") return;
    this.handle(namespace, () => [object as unknown as V1Pod], type !== "deleted");
  }

  /** The dead pods that nobody has noticed: from before the start, or while their removal failed. */
  sweep(namespace: string): void {
    this.handle(namespace, (row) => findDeadPods(snapshotOf(this.deps, row)), true);
  }

  private handle(namespace: string, find: (row: StoreRow) => V1Pod[], remove: boolean): void {
    const { db, engines } = this.deps;
    const row = findRunningStore(db, namespace);
    if (row === undefined) return;
    const store = { parts: engines[row.type]?.parts ?? [] };
    for (const pod of find(row)) {
      if (!isDead(pod, store)) continue;
      this.report(row, pod, store, remove);
      if (remove) void this.remove(row, pod);
    }
  }

  private report(
    row: StoreRow,
    pod: V1Pod,
    store: Pick<Parameters<typeof isDead>[1], "parts">,
    remember: boolean,
  ): void {
    const uid = pod.metadata?.uid ?? "";
    if (this.reported.has(uid)) return;
    if (remember) this.reported.add(uid);
    const cause = explainDeadPod(describeDeadPod(pod, store), store);
    if (!this.isNews(`${row.id} ${cause.message}`)) return;
    transact(this.deps.db, (tx) => recordWarning(tx, this.deps.events, row, cause));
  }

  private isNews(sentence: string): boolean {
    const now = Date.now();
    for (const [said, at] of this.saidAt) if (now - at > sayAgainMs) this.saidAt.delete(said);
    if (this.saidAt.has(sentence)) return false;
    this.saidAt.set(sentence, now);
    return true;
  }

  private async remove({ name: store }: StoreRow, pod: V1Pod): Promise<void> {
    const { name = "", namespace, uid = "" } = (pod as unknown as KubeObject).metadata;
    if (this.removing.has(uid)) return;
    this.removing.add(uid);
    try {
      await this.deps.kube.delete({ apiVersion: "v1", kind: "Pod", namespace, name }, { uid });
    } catch (error) {
      // Another pod has its name by now: the dead one is gone.
      if (isAppError(error) && error.code === "conflict") return;
      this.deps.log.warn({ err: error, store, pod: name }, "A dead pod could not be removed");
    } finally {
      this.removing.delete(uid);
    }
  }
}
