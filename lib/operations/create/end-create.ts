import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { Run } from "@/lib/reconcile/converging-kind";
import { endReady } from "@/lib/reconcile/end-operation";
import { failureDetail } from "@/lib/reconcile/progress";

/** The store is ready, or the namespace of a failed create is gone. */
export function endCreate<State>(run: Run<State>, store: StoreRow): void {
  if (store.phase !== "failed") {
    endReady(run, store);
    return;
  }
  const cause = store.cause as Cause;
  const isCancelled = cause.code === "cancelled";
  const { operation, progress } = run;
  progress.finish({
    state: isCancelled ? "cancelled" : "failed",
    cause,
    message: `${store.name} was cleaned up; its name is free again`,
    detail: isCancelled
      ? { kind: "operation.cancelled", operation: operation.kind, cause }
      : failureDetail(operation.kind, cause, store.diagnosis ?? undefined),
    phase: { phase: "failed", cause, message: cause.message, more: { releasedAt: new Date() } },
  });
}
