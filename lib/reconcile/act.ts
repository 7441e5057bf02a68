import { eq } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import { type Step, type StepName, startSteps } from "@/lib/domain/step";
import { namespaceOf, type Store } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import type { Manifest } from "@/lib/helm/helm";
import { listReleases, readDeployedObjects } from "@/lib/helm/release-store";
import type { KubeObject } from "@/lib/kube/kube-object";
import { adoptLargerClaims } from "./adopt-larger-claims";
import { adoptRelease } from "./adopt-release";
import { applyRelease, isRefusal, narrowQuotas } from "./apply-release";
import { checkApplication } from "./check-application";
import { collectDiagnosis, untilWarned } from "./collect-diagnosis";
import type { ConvergingKind, Outcome, Run } from "./converging-kind";
import type { ReconcileDeps } from "./deps";
import { findDrift, fingerprintApplied } from "./drift";
import { noteVersions } from "./note-versions";
import type { Known } from "./observe";
import { OwnNamespace } from "./own-namespace";
import { isCurrent, prepareNamespace, secretRef } from "./prepare-namespace";
import type { Progress } from "./progress";
import { rehearseApply } from "./rehearse-apply";
import { restoreRelease } from "./restore-release";
import { verifyStore } from "./verify-store";
import { WantedRelease } from "./wanted-release";
import { widenQuotas } from "./widen-quota";

/** Performs steps, one idempotent action each, and remembers what this run has done. */
export class Act<State> {
  readonly known: Known;
  private looked = false;
  private readonly deps: ReconcileDeps;
  private readonly store: Store;
  private readonly kind: ConvergingKind<State>;
  private readonly run: Run<State>;
  private readonly progress: Progress;
  private readonly signal: AbortSignal;
  private readonly namespace: OwnNamespace;
  private readonly wanted: WantedRelease;

  constructor(kind: ConvergingKind<State>, run: Run<State>, store: Store, signal: AbortSignal) {
    this.deps = run.deps;
    this.store = store;
    this.kind = kind;
    this.run = run;
    this.progress = run.progress;
    this.signal = signal;
    this.namespace = new OwnNamespace(this.deps, store);
    this.wanted = new WantedRelease(this.deps, store);
    this.known = {
      hasCredentials: false,
      namespacePrepared: false,
      namespaceDeleted: false,
      release: null,
      applied: null,
      lastLogLines: new Map(),
    };
  }

  /** Reads what the watches do not show, once a run: the Secret and Helm's records. */
  async lookAround(row: StoreRow): Promise<void> {
    const builds = hasRelease(row);
    if (builds) await this.wanted.follow(row);
    if (this.looked) return;
    const namespace = namespaceOf(row.name);
    this.known.applied = row.applied;
    if (builds) {
      // Rendering takes Helm 80 ms: it runs beside the first requests.
      this.manifest().catch(() => {});
      const [secret, releases] = await Promise.all([
        this.deps.kube.find(secretRef(row)),
        listReleases(this.deps.kube, namespace, row.name),
      ]);
      const newest = releases.at(-1);
      this.known.hasCredentials = secret !== null && isCurrent(secret, row);
      // A process that stopped after the apply did not save its fingerprints: applying again yields them.
      const isNoted = row.applied !== null || newest?.byPlatform === false;
      if (newest?.status === "deployed" && isNoted) this.known.release = newest;
    }
    this.looked = true;
  }

  manifest(): Promise<Manifest> {
    return this.wanted.manifest();
  }

  async perform(step: Step, row: StoreRow): Promise<Outcome> {
    this.kind.before?.[step.do]?.(this.run, row);
    switch (step.do) {
      case "prepare-namespace":
        return this.prepare();
      case "apply-release":
        return this.apply(row);
      case "adopt-release":
        this.known.applied = adoptRelease(this.deps, this.store, this.progress, this.known.applied);
        return "go-on";
      case "narrow-quota":
        return this.narrowQuota();
      case "wait":
        this.progress.wait(step.on);
        return "wait";
      case "verify":
        return this.verify(row);
      case "rest":
        this.kind.end(this.run, row);
        return "ended";
      case "fail":
        return this.fail(step.step, step.because, row);
      case "delete-namespace":
        this.progress.enter(step.step);
        await this.namespace.delete();
        this.known.namespaceDeleted = true;
        return "wait";
      case "forget":
        return this.forget(row);
    }
  }

  /** An error in a step: the loop waits and tries again, or the operation fails. */
  async afterError(step: StepName, cause: Cause, row: StoreRow, final: boolean): Promise<Outcome> {
    if (final && hasRelease(row)) return this.fail(step, cause, row);
    if (cause.component === "cluster") this.looked = false;
    this.progress.wait([{ step, because: cause }]);
    return "wait";
  }

  private async prepare(): Promise<Outcome> {
    this.progress.enter("namespace");
    await prepareNamespace(this.deps, this.store);
    this.known.namespacePrepared = true;
    this.known.hasCredentials = true;
    return "go-on";
  }

  private async apply(row: StoreRow): Promise<Outcome> {
    this.progress.enter("chart");
    const manifest = await this.manifest();
    const { parts } = getEngine(this.deps.engines, this.store.type);
    const live = this.deps.view.snapshot(namespaceOf(row.name)).objects;
    const objects = widenQuotas(adoptLargerClaims(manifest.objects, live), live);
    // A create that is refused is cleaned up: it needs no rehearsal.
    if (row.readyAt !== null) await this.rehearse(row, objects);
    const release = { render: this.wanted.input(), manifest, objects };
    const applied = await applyRelease(this.deps, release, parts, this.signal);
    this.known.applied = applied;
    this.known.release = { digest: manifest.digest, byPlatform: true };
    this.save({ applied, applying: null, refusal: null });
    // From here on the parts start side by side; each step ends when its part is ready.
    this.progress.enter(...startSteps({ parts }));
    return "wait";
  }

  private async narrowQuota(): Promise<Outcome> {
    const namespace = namespaceOf(this.store.name);
    const narrowed = await narrowQuotas(this.deps, namespace, await this.manifest(), this.signal);
    const applied = { ...this.known.applied, ...narrowed };
    this.known.applied = applied;
    this.save({ applied });
    return "go-on";
  }

  /**
   * A refusal changes nothing. What is about to be applied is remembered: a half-finished apply is the platform's own, and
   * nobody's change by hand.
   */
  private async rehearse(row: StoreRow, objects: KubeObject[]): Promise<void> {
    try {
      this.save({ applying: fingerprintApplied(await rehearseApply(this.deps.kube, objects)) });
    } catch (error) {
      if (isRefusal(error)) await this.putBack(row);
      throw error;
    }
  }

  /** What somebody changed or deleted is put back as it was, although the release that is wanted now is refused. */
  private async putBack({ name, applied }: StoreRow): Promise<void> {
    const { kube, view } = this.deps;
    const live = view.snapshot(namespaceOf(name)).objects;
    if (applied === null || findDrift(applied, live).length === 0) return;
    const before = await readDeployedObjects(kube, this.wanted.input());
    const restored = await restoreRelease(kube, adoptLargerClaims(before, live), []);
    this.save({ applied: { ...applied, ...fingerprintApplied(restored) } });
  }

  private save(columns: Partial<Pick<StoreRow, "applied" | "applying" | "refusal">>): void {
    this.deps.db.update(stores).set(columns).where(eq(stores.id, this.store.id)).run();
  }

  private async verify(row: StoreRow): Promise<Outcome> {
    this.progress.enter("verify");
    const { workloadDigest } = await this.manifest();
    await verifyStore(this.deps, this.store, this.signal);
    this.deps.db
      .update(stores)
      .set({ verifiedDigest: workloadDigest, ...(isVerified(row.finding) && { finding: null }) })
      .where(eq(stores.id, row.id))
      .run();
    await noteVersions(this.deps, this.progress, row, this.signal);
    return "go-on";
  }

  /** Collects what the cluster reported, then lets the kind decide what the failure means. */
  private async fail(step: StepName, cause: Cause, row: StoreRow): Promise<Outcome> {
    // The namespace of a failed create is deleted: wait for its warnings first. A failed verification has none.
    if (row.readyAt === null && step !== "verify") await untilWarned(this.deps.view, this.store, this.signal);
    const diagnosis = await collectDiagnosis(this.deps, this.store);
    this.run.progress.fail(step, cause);
    return this.kind.fail(this.run, row, {
      step,
      cause,
      diagnosis,
      finding: await this.find(step, cause, row),
    });
  }

  /** A test order that fails says little about visitors: their pages decide whether the store stays ready. */
  private async find(step: StepName, cause: Cause, row: StoreRow): Promise<Cause | null> {
    if (step !== "verify" || row.readyAt === null) return null;
    return (await checkApplication(this.deps, row, this.signal)) ?? cause;
  }

  private async forget(row: StoreRow): Promise<Outcome> {
    // The watch may lag: the row is deleted only when the API server reports that the namespace is gone.
    if (await this.namespace.isStillThere()) return "wait";
    this.kind.end(this.run, row);
    return "ended";
  }
}

/** Whether the store is to have a release in the cluster: not when it is deleted, or cleaned up after a failure. */
export function hasRelease({ desired, phase }: Pick<StoreRow, "desired" | "phase">): boolean {
  return desired === "ready" && phase !== "failed";
}

/** Whether a successful verification clears it. An error of a page is cleared by the check of the pages. */
function isVerified(finding: Cause | null): boolean {
  return finding !== null && finding.code !== "application_error";
}
