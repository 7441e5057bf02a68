import { transact } from "@/lib/db/connect";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../context";
import { getUserRow } from "./get-user-row";
import { removeAccount } from "./remove-account";

/** Deletes somebody's account. Throws AppError `conflict` while it owns stores, and for the last admin. */
export function deleteUser(ctx: Ctx, id: string): void {
  const { app, actor } = ctx;
  assertAdmin(actor);
  transact(app.db, (tx) => {
    const row = getUserRow(tx, id);
    removeAccount(tx, row);
    recordAudit(tx, ctx, { action: "deleteUser", target: { type: "user", id, name: row.email } });
  });
  app.accessChanges.ring();
}
