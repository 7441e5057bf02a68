import type { StoreRow } from "@/lib/db/store-row";
import { toStoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import { namespaceOf } from "@/lib/domain/store";
import type { Failure, Outcome, Run } from "./converging-kind";
import { judgeHealth } from "./judge-health";
import { failureDetail } from "./progress";

/** The store runs what it should and was verified. */
export function endReady<State>({ operation, progress }: Run<State>, store: StoreRow): void {
  progress.finish({
    state: "done",
    message: `${store.name} is ready`,
    detail: { kind: "operation.finished", operation: operation.kind, durationMs: progress.elapsedMs() },
    phase: {
      phase: "ready",
      cause: null,
      message: `${store.name} is ready`,
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

/** A store that fails its verification is not ready. Otherwise the state of its pods counts, not the failed change. */
function phaseAfterFailure<State>({ deps }: Run<State>, store: StoreRow, { step, cause }: Failure) {
  const snapshot = deps.view.snapshot(namespaceOf(store.name));
  const parts = deps.engines[store.type]?.parts ?? null;
  const health = judgeHealth(toStoreSnapshot(snapshot, parts), store.applied);
  if (step !== "verify" && health.phase === "ready") {
    return { phase: health.phase, cause: null, message: `${store.name} continues as before` };
  }
  return { phase: "unready" as const, cause, message: cause.message };
}
