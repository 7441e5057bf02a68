import type { StoreRow } from "@/lib/db/store-row";
import type { Run } from "@/lib/reconcile/converging-kind";

/** The namespace is gone: ends the operation and deletes the store's row, with its operations. */
export function endDeleted<State>({ operation, progress }: Run<State>, { name }: StoreRow): void {
  progress.finish({
    state: "done",
    message: `${name} was deleted`,
    detail: { kind: "operation.finished", operation: operation.kind, durationMs: progress.elapsedMs() },
    forget: true,
  });
}
