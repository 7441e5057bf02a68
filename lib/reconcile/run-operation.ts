import { eq } from "drizzle-orm";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations, stores } from "@/lib/db/schema";
import { type StoreRow, toStore } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import { listOutgoing } from "@/lib/domain/image-update";
import { nextStep } from "@/lib/domain/next-step";
import type { Step, StepName } from "@/lib/domain/step";
import { namespaceOf } from "@/lib/domain/store";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import { Act } from "./act";
import { causeOfError, isVerificationFailure } from "./cause-of-error";
import type { ReconcileDeps } from "./deps";
import { observe } from "./observe";
import { Progress } from "./progress";

/** A watch that went quiet without a word is noticed after this long. */
const longestWaitMs = 5_000;
const firstRetryMs = 150;
const longestRetryMs = 4_000;
const silentRefusals = 2;

/**
 * Runs one operation to its end: observe, judge, act, until there is nothing left to do. Everything it knows is
 * read from the database and the cluster, so a run that was cut off anywhere is simply run again.
 * Rejects only when the signal is aborted (with its reason).
 */
export async function runOperation(
  deps: ReconcileDeps,
  operation: OperationRow,
  signal: AbortSignal,
): Promise<void> {
  const first = loadStore(deps, operation.storeId);
  if (!first) return;
  const changes = new NamespaceChanges(deps.view, namespaceOf(first.name));
  const progress = new Progress(deps, toStore(first), operation);
  const act = new Act(deps, toStore(first), operation, progress, signal);
  const outage = new Outage(deps, operation);
  let failures = 0;
  try {
    for (;;) {
      signal.throwIfAborted();
      const row = loadStore(deps, operation.storeId);
      if (!row) return;
      let at: StepName = currentStep(row);
      try {
        const step = await judge(deps, row, act, outage.deadline(row));
        at = stepNameOf(step, at);
        const outcome = await act.perform(step, row);
        if (outcome === "ended") return;
        failures = 0;
        outage.over();
        if (outcome === "wait") await changes.next(longestWaitMs, signal);
      } catch (error) {
        signal.throwIfAborted();
        const cause = causeOfError(error, at);
        const about = { store: row.name, operationId: operation.id, step: at, detail: cause.detail };
        // A stack is of use where the error is our own; one of the world's is its sentence.
        if (cause.code === "internal") deps.log.error({ ...about, err: error }, cause.message);
        else deps.log.warn(about, cause.message);
        if (cause.code === "cluster_unreachable") outage.begin();
        failures += 1;
        const over = isOver(cause, outage.deadline(row));
        // The ingress learns of a new shop a moment after Kubernetes: its first refusals are no news.
        const isNews = over || !isVerificationFailure(cause) || failures > silentRefusals;
        if (isNews && (await act.afterError(at, cause, row, over)) === "ended") return;
        await changes.next(Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs), signal);
      }
    }
  } finally {
    changes.close();
  }
}

async function judge(deps: ReconcileDeps, row: StoreRow, act: Act, deadline: Date): Promise<Step> {
  const store = toStore(row);
  await act.lookAround(row);
  const seen = await observe(deps, store, act.known, row.update ? listOutgoing(row.update) : []);
  const building = row.desired === "ready" && row.phase !== "failed";
  const digest = building ? (await act.manifest()).digest : "";
  const updating = row.update !== null && row.update.failure === null;
  return nextStep(
    { ...store, digest, verifiedDigest: row.verifiedDigest, updating, deadline },
    seen,
    new Date(),
  );
}

function isOver(cause: Cause, deadline: Date): boolean {
  if (cause.code === "cluster_unreachable") return false;
  return !cause.waitingMayCure || new Date() >= deadline;
}

function currentStep(row: StoreRow): StepName {
  if (row.desired === "deleted") return "remove";
  return row.phase === "failed" ? "cleanup" : "namespace";
}

function stepNameOf(step: Step, otherwise: StepName): StepName {
  switch (step.do) {
    case "prepare-namespace":
      return "namespace";
    case "apply-release":
    case "adopt-release":
      return "chart";
    case "verify":
      return "order";
    default:
      return otherwise;
  }
}

function loadStore(deps: ReconcileDeps, id: string): StoreRow | undefined {
  return deps.db.select().from(stores).where(eq(stores.id, id)).get();
}

/** Time without a cluster is not the store's fault: it moves the deadline on. */
class Outage {
  private since: number | null = null;
  private readonly deps: ReconcileDeps;
  private readonly operation: OperationRow;
  private deadlineMs: number;

  constructor(deps: ReconcileDeps, operation: OperationRow) {
    this.deps = deps;
    this.operation = operation;
    this.deadlineMs = operation.deadline?.getTime() ?? Date.now() + deps.settings.createDeadlineMs;
  }

  begin(): void {
    this.since ??= Date.now();
  }

  over(): void {
    if (this.since === null) return;
    this.deadlineMs += Date.now() - this.since;
    this.since = null;
    this.deps.db
      .update(operations)
      .set({ deadline: new Date(this.deadlineMs) })
      .where(eq(operations.id, this.operation.id))
      .run();
  }

  /** When waiting ends; going back from an update has time of its own. */
  deadline({ update }: Pick<StoreRow, "update">): Date {
    const again = update?.failure ? update.failure.at + this.deps.settings.createDeadlineMs : 0;
    return new Date(Math.max(this.deadlineMs, again));
  }
}
