import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { toStore } from "@/lib/db/store-row";
import { isRunning } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

/**
 * Sets a new password for the shop's admin, ends the admin's sessions, and returns it once: it is not stored. Throws
 * AppError `conflict` if the store does not run, `unavailable` if the shop does not answer.
 */
export async function resetAdminPassword(
  ctx: Ctx,
  name: string,
): Promise<{ username: string; password: string }> {
  const { app, actor } = ctx;
  const row = getStoreFor(app.db, actor, name, "enter");
  if (!isRunning(row.phase)) {
    throw new AppError("conflict", `“${name}” does not run. Its password can be changed when it does.`);
  }
  const password = randomBytes(15).toString("base64url");
  const username = await app.setOwnerPassword(toStore(row), password);
  transact(app.db, (tx) => {
    // The generated password is void from now on.
    tx.update(stores)
      .set({ passwordShownAt: row.passwordShownAt ?? new Date() })
      .where(eq(stores.id, row.id))
      .run();
    recordAudit(tx, ctx, { action: "resetAdminPassword", target: storeTarget(row) });
  });
  return { username, password };
}
