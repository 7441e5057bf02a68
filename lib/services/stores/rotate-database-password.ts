import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { isRunning } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { hasExclusiveOperation } from "@/lib/operations/has-exclusive-operation";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import type { AcceptedStore } from "./accepted-store";
import { toStoreView } from "./to-store-view";

/**
 * Replaces the password of a store's database; its pods restart. Throws AppError `conflict` if the store does not run or
 * another operation is open.
 */
export function rotateDatabasePassword(ctx: Ctx, name: string): AcceptedStore {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "operate");
    if (!isRunning(row.phase)) {
      throw new AppError(
        "conflict",
        `“${name}” does not run. Its database password can be replaced when it does.`,
      );
    }
    if (hasExclusiveOperation(tx, row.id)) {
      throw new AppError(
        "conflict",
        `Another operation of “${name}” is open. Replace the password after it.`,
      );
    }
    const from = row.secretsRevision;
    const changed = tx
      .update(stores)
      .set({ secretsRevision: from + 1, updatedAt: new Date() })
      .where(eq(stores.id, row.id))
      .returning()
      .get();
    const request = { kind: "rotate-database-password", requester: actor, state: { from } } as const;
    const operationId = app.operations.enqueue(tx, row, request);
    recordAudit(tx, ctx, { action: "rotateDatabasePassword", target: storeTarget(row) });
    return { ...toStoreView(tx, ctx, changed), operationId };
  });
}
