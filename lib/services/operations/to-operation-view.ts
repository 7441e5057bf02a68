import type { OperationRow } from "@/lib/db/operation-row";
import { type OperationView, titleOf } from "@/lib/domain/operation";
import { findKind } from "@/lib/operations/kinds";

/** An operation as people and programs see it; `storeName`: of the store that it is on. */
export function toOperationView(row: OperationRow, storeName: string): OperationView {
  const kind = findKind(row.kind);
  const isOpen = row.state === "queued" || row.state === "running";
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: kind ? titleOf(kind.titles, row.state, row.target) : row.kind,
    storeId: row.storeId,
    storeName,
    requester: row.requesterId === null ? null : { id: row.requesterId, email: row.requesterEmail ?? "" },
    step:
      row.step === null || row.stepStartedAt === null
        ? null
        : { name: row.step, title: row.stepTitle ?? row.step, startedAt: row.stepStartedAt },
    cause: row.cause,
    result: row.result,
    isCancellable: isOpen && !row.cancelRequested && kind !== undefined && kind.cancelling !== null,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}
