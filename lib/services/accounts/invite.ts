import { transact } from "@/lib/db/connect";
import type { Role } from "@/lib/domain/actor";
import { linkAddress } from "@/lib/domain/link";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { assertNoAccount } from "./insert-account";
import { makeLink } from "./links";
import type { Invitation } from "./list-invitations";

/**
 * Creates an invitation link, with which a user creates an account. Only this answer contains the link. A new
 * invitation for the same address replaces the older one. Throws AppError `conflict` if the address has an account.
 */
export function invite(
  ctx: Ctx,
  asked: { email: string; role: Role },
): { invitation: Invitation; link: string } {
  const { app, actor } = ctx;
  assertAdmin(actor);
  return transact(app.db, (tx) => {
    assertNoAccount(tx, asked.email);
    const { row, secret } = makeLink(tx, { kind: "invitation", createdBy: actor.userId, ...asked });
    recordAudit(tx, ctx, {
      action: "invite",
      target: { type: "link", id: row.id, name: asked.email },
      detail: { role: asked.role },
    });
    const { id, role, createdAt, expiresAt } = row;
    return {
      invitation: { id, email: asked.email, role, createdAt, expiresAt, invitedBy: actor.email },
      link: linkAddress(app.settings.auth.url, "invitation", secret),
    };
  });
}
