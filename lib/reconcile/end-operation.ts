import type { StoreRow } from "@/lib/db/store-row";
import { withFindings } from "@/lib/domain/with-findings";
import type { Failure, Outcome, Run } from "./converging-kind";
import { describeHealth } from "./describe-health";
import { explainRefusedChange, isRefusedApply } from "./explain-refused-change";
import { judgeHealth } from "./judge-health";
import { failureDetail } from "./progress";
import { snapshotOf } from "./snapshot-of";

/** The store runs what it should and was verified. */
export function endReady<State>({ operation, progress }: Run<State>, store: StoreRow): void {
  const health = withFindings(store);
  progress.finish({
    state: "done",
    message: health.cause ? `${store.name} runs as requested` : `${store.name} is ready`,
    detail: { kind: "operation.finished", operation: operation.kind, durationMs: progress.elapsedMs() },
    phase: {
      ...health,
      message: describeHealth(store.name, health),
      more: { readyAt: store.readyAt ?? new Date() },
    },
  });
}

/** The change failed on a store that was ready before: nothing is cleaned up. */
export function endFailed<State>(run: Run<State>, store: StoreRow, failure: Failure): Outcome {
  const { cause, diagnosis } = failure;
  run.progress.finish({
    state: "failed",
    cause,
    message: cause.message,
    detail: failureDetail(run.operation.kind, cause, diagnosis),
    phase: phaseAfterFailure(run, store, failure),
  });
  return "ended";
}

/** The state of the pods and the application counts, not the failed change. */
function phaseAfterFailure<State>(
  { deps, operation }: Run<State>,
  store: StoreRow,
  { cause, ...failure }: Failure,
) {
  const finding = failure.finding ?? store.finding;
  const refusal = isRefusedApply(cause) ? explainRefusedChange(operation.noun, cause) : store.refusal;
  const health = judgeHealth(snapshotOf(deps, store), { ...store, finding, refusal });
  const more = { finding, refusal };
  if (health.phase === "ready") {
    const message = health.cause ? describeHealth(store.name, health) : `${store.name} continues as before`;
    return { phase: health.phase, cause: health.cause, message, more };
  }
  const reason = failure.finding ?? cause;
  return { phase: "unready" as const, cause: reason, message: reason.message, more };
}
