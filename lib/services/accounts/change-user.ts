import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { sessions, users } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/actor";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { always, type Precondition } from "../precondition";
import { endMemberAccess } from "../stores/end-member-access";
import { endOpenedShops } from "../stores/end-opened-shops";
import { assertAdminRemains } from "./assert-admin-remains";
import { getUserRow } from "./get-user-row";
import { type Account, toAccountView } from "./to-account-view";

/**
 * Changes an account's role, disables it or enables it. Disabling ends its sessions and streams immediately, and
 * the admin sessions of the shops that it could open; after enabling, the user has to sign in again. When an admin becomes
 * a member, the admin sessions of the shops that they opened as an admin end. Throws AppError `conflict` for the last admin who can sign in.
 */
export function changeUser(
  ctx: Ctx,
  id: string,
  change: { role?: Role; disabled?: boolean },
  precondition: Precondition<Account> = always,
): Account {
  const { app, actor } = ctx;
  assertAdmin(actor);
  const account = transact(app.db, (tx) => {
    const row = getUserRow(tx, id);
    precondition(toAccountView(tx, row));
    if (change.role === "member" || change.disabled) assertAdminRemains(tx, row);
    const disabledAt =
      change.disabled === undefined
        ? row.disabledAt
        : change.disabled
          ? (row.disabledAt ?? new Date())
          : null;
    const changed = tx
      .update(users)
      .set({ role: change.role ?? row.role, disabledAt })
      .where(eq(users.id, id))
      .returning()
      .get();
    if (disabledAt !== null) tx.delete(sessions).where(eq(sessions.userId, id)).run();
    const isDisabledNow = disabledAt !== null && row.disabledAt === null;
    if (isDisabledNow) endMemberAccess(tx, app, id);
    if (row.role === "admin" && (isDisabledNow || changed.role !== "admin")) endOpenedShops(tx, app, id);
    recordAudit(tx, ctx, {
      action: "changeUser",
      target: { type: "user", id, name: row.email },
      detail: { role: changed.role, disabled: disabledAt !== null },
    });
    return toAccountView(tx, changed);
  });
  app.accessChanges.notify();
  return account;
}
