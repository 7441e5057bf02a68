import { and, eq, isNull } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { toStore } from "@/lib/db/store-row";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { getEngine } from "@/lib/engines/get-engine";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

/**
 * Returns the generated password of the shop's admin, once. It is read from the store's Secret and not stored. Throws
 * AppError `conflict` if it was shown before or the store has none yet.
 */
export async function revealAdminPassword(
  ctx: Ctx,
  name: string,
): Promise<{ username: string; password: string }> {
  const { app, actor } = ctx;
  const row = getStoreFor(app.db, actor, name, "enter");
  if (row.readyAt === null) {
    throw new AppError("conflict", `“${name}” is not ready yet. Its password can be shown when it is ready.`);
  }
  const store = toStore(row);
  const { username, lostPassword } = getEngine(engineProfiles, store.type).admin(store);
  assertNotShown(row.passwordShownAt, lostPassword);
  const password = await app.readAdminPassword(store);
  transact(app.db, (tx) => {
    const marked = tx
      .update(stores)
      .set({ passwordShownAt: new Date() })
      .where(and(eq(stores.id, row.id), isNull(stores.passwordShownAt)))
      .returning({ id: stores.id })
      .get();
    if (!marked) assertNotShown(new Date(), lostPassword);
    recordAudit(tx, ctx, { action: "revealAdminPassword", target: storeTarget(row) });
  });
  return { username, password };
}

function assertNotShown(shownAt: Date | null, lostPassword: string): void {
  if (shownAt === null) return;
  throw new AppError("conflict", `The generated password was already shown. ${lostPassword}`);
}
