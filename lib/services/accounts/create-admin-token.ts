import { randomUUID } from "node:crypto";
import { type Db, transact } from "@/lib/db/connect";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import { findFirstAdmin } from "./ensure-first-admin";
import { createToken } from "./tokens";

/**
 * Creates an API token with the scope `admin` for a user who can read the database file: a token of the first admin, or of
 * the admin with the e-mail address `email`. Throws AppError `not_found` where there is no such admin.
 */
export function createAdminToken(db: Db, email?: string): string {
  return transact(db, (tx) => {
    const admin = findFirstAdmin(tx, email);
    if (admin === undefined) {
      throw new AppError(
        "not_found",
        email === undefined
          ? "There is no admin yet. Open the set-up link that npm run up prints. Without a browser, create the admin here: npm run token -- --email you@example.com"
          : `There is no admin with the e-mail address ${email}.`,
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
