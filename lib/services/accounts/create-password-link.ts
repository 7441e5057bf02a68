import { transact } from "@/lib/db/connect";
import { linkAddress } from "@/lib/domain/link";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { getUserRow } from "./get-user-row";
import { makeLink } from "./links";

/**
 * Creates a link with which a user sets a new password. Only this answer contains the link; the admin sends it to the
 * user. Throws AppError `conflict` for a disabled account.
 */
export function createPasswordLink(ctx: Ctx, userId: string): { link: string; expiresAt: Date } {
  const { app, actor } = ctx;
  assertAdmin(actor);
  return transact(app.db, (tx) => {
    const user = getUserRow(tx, userId);
    if (user.disabledAt !== null) {
      throw new AppError("conflict", `${user.email} is disabled. Enable the account first.`);
    }
    const { email, role } = user;
    const { row, secret } = makeLink(tx, { kind: "password", email, role, createdBy: actor.userId });
    recordAudit(tx, ctx, {
      action: "createPasswordLink",
      target: { type: "user", id: userId, name: email },
      detail: { link: row.id },
    });
    return {
      link: linkAddress(app.settings.auth.url, "password", secret),
      expiresAt: row.expiresAt,
    };
  });
}
