import { randomUUID } from "node:crypto";
import { type Db, transact } from "@/lib/db/connect";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import { findFirstAdmin } from "./ensure-first-admin";
import { createToken } from "./tokens";

/**
 * Creates a token of the first admin for a user with access to the database file. Such a user can change everything
 * anyway. Throws AppError `not_found` before an admin exists.
 */
export function createAdminToken(db: Db): string {
  return transact(db, (tx) => {
    const admin = findFirstAdmin(tx);
    if (admin === undefined) {
      throw new AppError(
        "not_found",
        "There is no admin account yet. Open the set-up link that npm run up prints, then run this again.",
      );
    }
    const name = `npm run token, ${new Date().toISOString()}`;
    const { row, token } = createToken({ db: tx }, admin.id, { name, scope: "admin" });
    recordAudit(
      tx,
      { actor: null, origin: { requestId: randomUUID(), address: null, userAgent: "npm run token" } },
      {
        action: "createToken",
        target: { type: "token", id: row.id, name },
        detail: { account: admin.email, scope: row.scope, prefix: row.prefix },
      },
    );
    return token;
  });
}
