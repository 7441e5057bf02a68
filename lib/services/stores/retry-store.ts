import { and, eq, isNull, ne } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreView } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { assertPlanCap, assertPlatformCap } from "../limits/assert-caps";
import { assertClusterCapacity } from "../limits/assert-cluster-capacity";
import { assertPlanHolds } from "../limits/assert-plan-holds";
import { getPlanRow } from "../plans/get-plan-row";
import { requestOperation } from "./request-operation";

/**
 * Tries a failed create once more, with what was asked for then.
 * Throws AppError `conflict` where it did not fail, is still being cleaned up, or its name went to another store,
 * `limit_reached` where there is no room for it any more.
 */
export function retryStore(ctx: Ctx, name: string): StoreView {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "operate");
    if (row.phase !== "failed") {
      throw new AppError("conflict", `“${name}” has not failed: there is nothing to try again.`);
    }
    if (row.releasedAt === null) {
      throw new AppError("conflict", `“${name}” is still being cleaned up. Try again in a few seconds.`);
    }
    const holder = tx
      .select({ id: stores.id })
      .from(stores)
      .where(and(eq(stores.name, name), isNull(stores.releasedAt), ne(stores.id, row.id)))
      .get();
    if (holder) {
      throw new AppError(
        "conflict",
        `The name “${name}” belongs to another store by now. Create one with another name.`,
      );
    }
    const plan = getPlanRow(tx, row.plan);
    assertPlatformCap(tx, app.settings.maxStores);
    assertPlanCap(tx, { id: row.ownerId, isYou: row.ownerId === actor.userId }, plan);
    assertPlanHolds(app, row.type, plan);
    assertClusterCapacity(tx, app, row.type);
    return requestOperation(tx, ctx, row, {
      // It is made anew, of what the installation has now.
      change: { phase: "queued", releasedAt: null, passwordShownAt: null, images: null },
      message: `${row.name} is tried again`,
      operation: "create",
      action: "retryStore",
    });
  });
}
