import { eq } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import { type StoreRow, toStore } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { Wanted } from "@/lib/domain/next-step";
import { type Step, type StepName, stepTitle } from "@/lib/domain/step";
import { namespaceOf } from "@/lib/domain/store";
import { stepSource } from "@/lib/engines/step-source";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import { Act, hasRelease } from "./act";
import { causeOfError, isVerificationFailure } from "./cause-of-error";
import type { ConvergingKind, Run } from "./converging-kind";
import type { ReconcileDeps } from "./deps";
import { observe } from "./observe";
import type { OperationHandle } from "./operation-handle";
import { Outage } from "./outage";
import { Progress } from "./progress";
import { Retries } from "./retries";

/** A watch that stopped without an error is noticed after this long. */
const longestWaitMs = 5_000;
const silentRefusals = 2;

/**
 * Runs one operation to its end: observe, decide, act, until the cluster matches the row. It reads everything from the
 * database and the cluster, so an interrupted run is simply run again. Rejects only when the signal is aborted (with
 * its reason).
 */
export async function converge<State>(
  deps: ReconcileDeps,
  kind: ConvergingKind<State>,
  operation: OperationHandle<State>,
  first: StoreRow,
  signal: AbortSignal,
): Promise<void> {
  const changes = new NamespaceChanges(deps.view, namespaceOf(first.name));
  const engine = stepSource(deps.engines, first.type);
  const progress = new Progress(deps, toStore(first), operation, (step) => stepTitle(step, engine));
  const run: Run<State> = { deps, operation, progress };
  const act = new Act(kind, run, toStore(first), signal);
  const outage = new Outage(operation, kind, deps.settings.createDeadlineMs);
  const retries = new Retries();
  if (operation.cancelRequested) kind.cancel?.(run, first);
  try {
    for (;;) {
      signal.throwIfAborted();
      const row = loadStore(deps, first.id);
      if (!row) return;
      if (row.desired === "deleted" && !kind.removesStore) return endReplaced(run, row);
      let at: StepName = currentStep(row);
      try {
        const step = await decide(run, kind, row, act, { parts: engine.parts, deadline: outage.deadline() });
        at = stepNameOf(step, at);
        const outcome = await act.perform(step, row);
        if (outcome === "ended") return;
        retries.reset();
        outage.over();
        if (outcome === "wait") await changes.next(longestWaitMs, signal);
      } catch (error) {
        signal.throwIfAborted();
        const cause = causeOfError(error, at, engine.parts);
        logCause(run, row, at, cause, error);
        if (cause.code === "cluster_unreachable") outage.begin();
        const waitMs = retries.next();
        const over = isOver(cause, outage.deadline());
        // The ingress learns of a new shop a moment after Kubernetes: its first refusals are not reported.
        const isNews = over || !isVerificationFailure(cause) || retries.count > silentRefusals;
        if (isNews && (await act.afterError(at, cause, row, over)) === "ended") return;
        await changes.next(waitMs, signal);
      }
    }
  } finally {
    changes.close();
  }
}

async function decide<State>(
  { deps, operation }: Run<State>,
  kind: ConvergingKind<State>,
  row: StoreRow,
  act: Act<State>,
  bounds: Pick<Wanted, "parts" | "deadline">,
): Promise<Step> {
  const store = toStore(row);
  await act.lookAround(row);
  const { digest, workloadDigest, objects } = hasRelease(row)
    ? await act.manifest()
    : { digest: "", workloadDigest: "", objects: [] };
  const leaving = kind.listOutgoing?.(operation.state) ?? [];
  const seen = await observe(deps, store, act.known, leaving, objects);
  const wanted = { ...store, ...bounds, digest, workloadDigest, verifiedDigest: row.verifiedDigest };
  return kind.decide(wanted, seen, new Date(), operation.state);
}

/** The store is to be deleted: a delete continues where this operation stops. */
function endReplaced<State>({ operation, progress }: Run<State>, { name }: StoreRow): void {
  progress.finish({
    state: "cancelled",
    message: `The ${operation.noun} of ${name} was cancelled`,
    detail: { kind: "operation.cancelled", operation: operation.kind },
  });
}

function logCause<State>(
  { deps, operation }: Run<State>,
  row: StoreRow,
  step: StepName,
  cause: Cause,
  error: unknown,
): void {
  const about = { store: row.name, operationId: operation.id, step, detail: cause.detail };
  // A stack trace helps only for errors of our own. For all others the message is enough.
  if (cause.code === "internal") deps.log.error({ ...about, err: error }, cause.message);
  else deps.log.warn(about, cause.message);
}

/** Whether an error ends the operation: waiting does not cure it, or the deadline has passed. */
export function isOver(cause: Cause, deadline: Date): boolean {
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
      return "verify";
    default:
      return otherwise;
  }
}

function loadStore(deps: ReconcileDeps, id: string): StoreRow | undefined {
  return deps.db.select().from(stores).where(eq(stores.id, id)).get();
}
