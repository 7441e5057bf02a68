import { eq } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { Step, StepName } from "@/lib/domain/step";
import { namespaceOf, type Store } from "@/lib/domain/store";
import type { Manifest } from "@/lib/helm/helm";
import { listReleases } from "@/lib/helm/release-store";
import { adoptRelease } from "./adopt-release";
import { applyRelease } from "./apply-release";
import { collectDiagnosis, untilWarned } from "./collect-diagnosis";
import type { ReconcileDeps } from "./deps";
import { canGoBack, endFailedUpdate, goBack, stay } from "./go-back";
import { judgeHealth } from "./judge-health";
import { noteVersions } from "./note-versions";
import type { Known } from "./observe";
import { OwnNamespace } from "./own-namespace";
import { prepareNamespace, secretRef } from "./prepare-namespace";
import { failureDetail, type OperationRef, type Progress } from "./progress";
import { verifyStore } from "./verify-store";
import { WantedRelease } from "./wanted-release";

/** `go-on`: judge again at once; `wait`: when something changed; `ended`: the operation is over. */
export type Outcome = "go-on" | "wait" | "ended";

/** Does what the judgement asks for, one idempotent thing at a time, and remembers what this run has done. */
export class Act {
  readonly known: Known;
  private looked = false;
  private readonly deps: ReconcileDeps;
  private readonly store: Store;
  private readonly operation: OperationRef;
  private readonly progress: Progress;
  private readonly signal: AbortSignal;
  private readonly namespace: OwnNamespace;
  private readonly wanted: WantedRelease;

  constructor(
    deps: ReconcileDeps,
    store: Store,
    operation: OperationRef,
    progress: Progress,
    signal: AbortSignal,
  ) {
    this.deps = deps;
    this.store = store;
    this.operation = operation;
    this.progress = progress;
    this.signal = signal;
    this.namespace = new OwnNamespace(deps, store);
    this.wanted = new WantedRelease(deps, store);
    this.known = {
      hasCredentials: false,
      namespacePrepared: false,
      namespaceDeleted: false,
      release: null,
      applied: null,
      lastLogLines: new Map(),
    };
  }

  /** What the watches do not show, read once a run: the Secret and Helm's records. */
  async lookAround(row: StoreRow): Promise<void> {
    const builds = row.desired === "ready" && row.phase !== "failed";
    if (builds) await this.wanted.follow(row);
    if (this.looked) return;
    const namespace = namespaceOf(row.name);
    this.known.applied = row.applied;
    if (builds) {
      // Rendering costs 80 ms of Helm's: it runs beside the first requests.
      this.manifest().catch(() => {});
      const [secret, releases] = await Promise.all([
        this.deps.kube.find(secretRef(row)),
        listReleases(this.deps.kube, namespace, row.name),
      ]);
      const newest = releases.at(-1);
      this.known.hasCredentials = secret !== null;
      // Cut off between the apply and the note of what it left: applying once more is how it is known.
      const isNoted = row.applied !== null || newest?.byPlatform === false;
      if (newest?.status === "deployed" && isNoted) this.known.release = newest;
    }
    this.looked = true;
  }

  manifest(): Promise<Manifest> {
    return this.wanted.manifest();
  }

  async perform(step: Step, row: StoreRow): Promise<Outcome> {
    switch (step.do) {
      case "prepare-namespace":
        return this.prepare(row);
      case "apply-release":
        return this.apply(row);
      case "adopt-release":
        this.known.applied = adoptRelease(this.deps, this.store, this.progress, this.known.applied);
        return "go-on";
      case "wait":
        this.progress.wait(step.on);
        return "wait";
      case "verify":
        return this.verify(row);
      case "rest":
        return this.rest(row);
      case "fail":
        return this.fail(step.step, step.because, row);
      case "delete-namespace":
        this.progress.enter(step.step);
        await this.namespace.delete();
        this.known.namespaceDeleted = true;
        return "wait";
      case "forget":
        return this.forget();
    }
  }

  /** An error met while acting: waited out, or the end of the operation. */
  async afterError(step: StepName, cause: Cause, row: StoreRow, final: boolean): Promise<Outcome> {
    if (final && row.desired === "ready" && row.phase !== "failed") return this.fail(step, cause, row);
    if (cause.component === "cluster") this.looked = false;
    this.progress.wait([{ step, because: cause }]);
    return "wait";
  }

  private async prepare(row: StoreRow): Promise<Outcome> {
    this.progress.enter("namespace");
    if (row.phase === "queued") {
      this.progress.setPhase("creating", null, `${row.name} is being created`);
    }
    await prepareNamespace(this.deps, this.store);
    this.known.namespacePrepared = true;
    this.known.hasCredentials = true;
    return "go-on";
  }

  private async apply(row: StoreRow): Promise<Outcome> {
    this.progress.enter("chart");
    if (row.update !== null && row.phase === "ready") {
      this.progress.setPhase("unready", null, `${row.name} restarts to be updated`);
    }
    const manifest = await this.manifest();
    const applied = await applyRelease(this.deps, this.wanted.input(), manifest, this.signal);
    this.known.applied = applied;
    this.known.release = { digest: manifest.digest, byPlatform: true };
    this.deps.db.update(stores).set({ applied }).where(eq(stores.id, this.store.id)).run();
    // From here the three start side by side; each is closed when it is seen ready.
    this.progress.enter("disk", "database", "shop");
    return "wait";
  }

  private async verify(row: StoreRow): Promise<Outcome> {
    this.progress.enter("order");
    const { digest } = await this.manifest();
    await verifyStore(this.deps, this.store, this.signal);
    this.deps.db.update(stores).set({ verifiedDigest: digest }).where(eq(stores.id, row.id)).run();
    await noteVersions(this.deps, this.progress, row, this.signal);
    return "go-on";
  }

  private rest(row: StoreRow): Outcome {
    if (row.phase === "failed") return this.giveUp(row);
    if (row.update?.failure) {
      endFailedUpdate(this.progress, this.operation.kind, row.name, row.update.failure);
      return "ended";
    }
    const durationMs = this.progress.elapsedMs();
    this.progress.finish({
      state: "done",
      message: `${row.name} is ready`,
      detail: { kind: "operation.finished", operation: this.operation.kind, durationMs },
      phase: {
        phase: "ready",
        cause: null,
        message: `${row.name} is ready`,
        more: { readyAt: row.readyAt ?? new Date(), update: null },
      },
    });
    return "ended";
  }

  /** A create that never worked is cleaned up; what was ever ready is left as it is. */
  private async fail(step: StepName, cause: Cause, row: StoreRow): Promise<Outcome> {
    // Its namespace goes: what is not known by now never will be. The cluster has no word on an order.
    if (row.readyAt === null && step !== "order") await untilWarned(this.deps.view, this.store, this.signal);
    const diagnosis = await collectDiagnosis(this.deps, this.store);
    this.progress.fail(step, cause);
    const { update } = row;
    if (update !== null && update.failure === null) {
      if (canGoBack(this.deps, row, update)) {
        goBack(this.deps, this.progress, { ...row, update }, { cause, diagnosis });
        return "go-on";
      }
      stay(this.deps, this.progress, row.name, update);
    }
    if (row.readyAt !== null) {
      this.progress.finish({
        state: "failed",
        message: cause.message,
        detail: failureDetail(this.operation.kind, cause, diagnosis),
        phase: this.phaseAfterFailure(step, cause, row),
      });
      return "ended";
    }
    this.progress.setPhase("failed", cause, `${row.name} could not be created: ${cause.message}`, {
      diagnosis,
    });
    return "go-on";
  }

  /** A shop that takes no orders is not ready; else what its pods say counts, not what could not be changed. */
  private phaseAfterFailure(step: StepName, cause: Cause, row: StoreRow) {
    const health = judgeHealth(this.deps.view.snapshot(namespaceOf(row.name)), row.applied);
    const more = { update: null };
    if (step !== "order" && health.phase === "ready") {
      return { phase: health.phase, cause: null, message: `${row.name} goes on as it was`, more };
    }
    return { phase: "unready" as const, cause, message: cause.message, more };
  }

  /** The namespace of a failed create is gone: its name is free, and what is known of the failure stays. */
  private giveUp(row: StoreRow): Outcome {
    const cause = row.cause as Cause;
    this.progress.finish({
      state: "failed",
      message: `${row.name} was cleaned up; its name is free again`,
      detail: failureDetail(this.operation.kind, cause, row.diagnosis ?? undefined),
      phase: { phase: "failed", cause, message: cause.message, more: { releasedAt: new Date() } },
    });
    return "ended";
  }

  private async forget(): Promise<Outcome> {
    // The watch may lag: the row goes only when the API server says that the namespace is gone.
    if (await this.namespace.isStillThere()) return "wait";
    this.progress.finish({
      state: "done",
      message: `${this.store.name} was deleted`,
      detail: {
        kind: "operation.finished",
        operation: this.operation.kind,
        durationMs: this.progress.elapsedMs(),
      },
      forget: true,
    });
    return "ended";
  }
}
