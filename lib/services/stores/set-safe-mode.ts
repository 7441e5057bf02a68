import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { toStore } from "@/lib/db/store-row";
import { isRunning, type StoreView } from "@/lib/domain/store";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { toStoreView } from "./to-store-view";

/**
 * Turns safe mode for all visitors on or off: the shop then runs without its owner's plugins and theme. Throws AppError
 * `conflict` if the store does not run or has no safe mode, `unavailable` if the shop does not answer.
 */
export async function setSafeMode(ctx: Ctx, name: string, on: boolean): Promise<StoreView> {
  const { app, actor } = ctx;
  const row = getStoreFor(app.db, actor, name, "enter");
  if (!isRunning(row.phase)) {
    throw new AppError("conflict", `“${name}” does not run. Its safe mode can be changed when it does.`);
  }
  const store = toStore(row);
  if (!engineProfiles[store.type]?.admin(store).safeMode) {
    throw new AppError("conflict", `“${name}” has no safe mode.`);
  }
  await app.setSafeMode(store, on);
  return transact(app.db, (tx) => {
    const changed = tx
      .update(stores)
      .set({ safeMode: on, updatedAt: new Date() })
      .where(eq(stores.id, row.id))
      .returning()
      .get();
    if (row.safeMode !== on) {
      app.events.append(tx, row, {
        message: `${actor.email} turned safe mode ${on ? "on" : "off"} for all visitors`,
        detail: { kind: "store.safe-mode", on },
      });
    }
    recordAudit(tx, ctx, { action: "setSafeMode", target: storeTarget(row), detail: { on } });
    return toStoreView(tx, ctx, changed);
  });
}
