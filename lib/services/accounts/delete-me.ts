import { transact } from "@/lib/db/connect";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { assertOwnPassword } from "./assert-own-password";
import { getUserRow } from "./get-user-row";
import { removeAccount } from "./remove-account";

/**
 * Deletes the signed-in account; its password confirms the request. Throws AppError `conflict` while it owns stores,
 * and for the last admin.
 */
export async function deleteMe(ctx: Ctx, password: string | undefined): Promise<void> {
  const { app, actor } = ctx;
  await assertOwnPassword(ctx, password, "password");
  transact(app.db, (tx) => {
    const row = getUserRow(tx, actor.userId);
    removeAccount(tx, app, row);
    recordAudit(tx, ctx, { action: "deleteMe", target: { type: "user", id: row.id, name: row.email } });
  });
  app.accessChanges.notify();
}
