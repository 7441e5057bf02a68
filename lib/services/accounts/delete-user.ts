import { transact } from "@/lib/db/connect";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { always, type Precondition } from "../precondition";
import { getUserRow } from "./get-user-row";
import { handOverAll } from "./hand-over-all";
import { removeAccount } from "./remove-account";
import { type Account, toAccountView } from "./to-account-view";

/**
 * Deletes an account, after transferring its stores to another account if one is named. Throws AppError `conflict`
 * while it owns stores, and for the last admin.
 */
export function deleteUser(
  ctx: Ctx,
  id: string,
  asked: { handOverTo?: string } = {},
  precondition: Precondition<Account> = always,
): void {
  const { app, actor } = ctx;
  assertAdmin(actor);
  transact(app.db, (tx) => {
    const row = getUserRow(tx, id);
    precondition(toAccountView(tx, row));
    if (asked.handOverTo !== undefined) handOverAll(tx, ctx, row, asked.handOverTo);
    removeAccount(tx, app, row);
    recordAudit(tx, ctx, { action: "deleteUser", target: { type: "user", id, name: row.email } });
  });
  app.accessChanges.notify();
}
