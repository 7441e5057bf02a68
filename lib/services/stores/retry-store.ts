import { and, eq, isNull, ne } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { assertPlanCap, assertPlatformCap } from "../limits/assert-caps";
import { assertClusterCapacity } from "../limits/assert-cluster-capacity";
import { assertPlanHolds } from "../limits/assert-plan-holds";
import { getPlanRow } from "../limits/get-plan-row";
import type { AcceptedStore } from "./accepted-store";
import { requestOperation } from "./request-operation";

/**
 * Retries a failed create with its original input. Throws AppError `conflict` if it has not failed, is still being
 * cleaned up, or another store has its name; `limit_reached` if there is no capacity left.
 */
export function retryStore(ctx: Ctx, name: string): AcceptedStore {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "operate");
    if (row.phase !== "failed") {
      throw new AppError("conflict", `“${name}” has not failed. There is nothing to retry.`);
    }
    if (row.releasedAt === null) {
      throw new AppError("conflict", `“${name}” is still being cleaned up. Retry in a few seconds.`);
    }
    const holder = tx
      .select({ id: stores.id })
      .from(stores)
      .where(and(eq(stores.name, name), isNull(stores.releasedAt), ne(stores.id, row.id)))
      .get();
    if (holder) {
      throw new AppError(
        "conflict",
        `Another store now has the name “${name}”. Create a store with another name.`,
      );
    }
    const plan = getPlanRow(tx, row.plan);
    assertPlatformCap(tx, app.settings.maxStores);
    assertPlanCap(tx, { id: row.ownerId, isYou: row.ownerId === actor.userId }, plan);
    assertPlanHolds(app, row.type, plan);
    assertClusterCapacity(tx, app, row.type, plan);
    return requestOperation(tx, ctx, row, {
      // It is created with the installation's current images.
      change: { phase: "queued", releasedAt: null, passwordShownAt: null, images: null },
      message: `The creation of ${row.name} is retried`,
      operation: "create",
      state: {},
      action: "retryStore",
    });
  });
}
