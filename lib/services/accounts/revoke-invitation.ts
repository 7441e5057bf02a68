import { and, eq, isNull } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { links } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";

/** Revokes an invitation. Throws AppError `not_found`, also if it was accepted. */
export function revokeInvitation(ctx: Ctx, id: string): void {
  const { app, actor } = ctx;
  assertAdmin(actor);
  transact(app.db, (tx) => {
    const revoked = tx
      .delete(links)
      .where(and(eq(links.id, id), eq(links.kind, "invitation"), isNull(links.usedAt)))
      .returning({ email: links.email })
      .get();
    if (!revoked) throw new AppError("not_found", "There is no such invitation: it was accepted or revoked.");
    recordAudit(tx, ctx, {
      action: "revokeInvitation",
      target: { type: "link", id, name: revoked.email ?? "" },
    });
  });
}
