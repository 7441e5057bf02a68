import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { handovers } from "@/lib/db/schema";
import type { StoreView } from "@/lib/domain/store";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getUserRow } from "../accounts/get-user-row";
import type { Ctx } from "../app-context";
import { assertPlanCap } from "../limits/assert-caps";
import { getPlanRow } from "../limits/get-plan-row";
import { setOwner } from "../stores/set-owner";
import { toStoreView } from "../stores/to-store-view";
import { getOffer } from "./get-offer";

/**
 * Accepts an offered store: the caller becomes its owner and the previous owner loses access. Throws AppError
 * `not_found` if the offer is not open, `limit_reached` if the caller has reached the plan's limit.
 */
export function acceptHandover(ctx: Ctx, id: string): StoreView {
  const { app, actor } = ctx;
  const store = transact(app.db, (tx) => {
    const row = getOffer(tx, actor, id);
    // A failed store whose namespace is gone counts when it is retried.
    if (row.releasedAt === null) {
      assertPlanCap(tx, { id: actor.userId, isYou: true }, getPlanRow(tx, row.plan));
    }
    tx.delete(handovers).where(eq(handovers.id, id)).run();
    const before = getUserRow(tx, row.ownerId);
    const changed = setOwner(tx, app, row, getUserRow(tx, actor.userId));
    recordAudit(tx, ctx, {
      action: "acceptHandover",
      target: storeTarget(changed),
      detail: { from: before.email },
    });
    return toStoreView(tx, ctx, changed);
  });
  app.accessChanges.notify();
  return store;
}
