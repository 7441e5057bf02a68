import { randomUUID } from "node:crypto";
import { type Db, transact } from "@/lib/db/connect";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import { findFirstAdmin } from "./ensure-first-admin";
import { createToken } from "./tokens";

/**
 * A token of the first admin for who sits at the machine: whoever reads the database may everything in it anyway.
 * Throws AppError `not_found` before there is an admin.
 */
export function createAdminToken(db: Db): string {
  return transact(db, (tx) => {
    const admin = findFirstAdmin(tx);
    if (admin === undefined) {
      throw new AppError(
        "not_found",
        "There is no admin yet whose token this could be. Open the set-up link that npm run up prints, then try again.",
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
