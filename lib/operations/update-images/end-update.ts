import type { StoreRow } from "@/lib/db/store-row";
import { withFindings } from "@/lib/domain/with-findings";
import type { Run } from "@/lib/reconcile/converging-kind";
import { endReady } from "@/lib/reconcile/end-operation";
import { failureDetail } from "@/lib/reconcile/progress";
import type { ImageUpdate } from "./image-update";

/** The store runs the newer images, or is back at what it ran: then the operation reports why the update did not succeed. */
export function endUpdate(run: Run<ImageUpdate>, store: StoreRow): void {
  const { operation, progress } = run;
  const { failure } = operation.state;
  if (failure === null) {
    endReady(run, store);
    return;
  }
  const { cause, diagnosis } = failure;
  const isCancelled = cause.code === "cancelled";
  progress.finish({
    state: isCancelled ? "cancelled" : "failed",
    cause,
    message: cause.message,
    detail: isCancelled
      ? { kind: "operation.cancelled", operation: operation.kind, cause }
      : failureDetail(operation.kind, cause, diagnosis),
    phase: {
      ...withFindings(store),
      message: `${store.name} is ready, as before the update`,
    },
  });
}
