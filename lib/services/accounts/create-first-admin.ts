import { randomUUID } from "node:crypto";
import { type Db, transact } from "@/lib/db/connect";
import { linkAddress } from "@/lib/domain/link";
import type { Settings } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import { insertAccount } from "./insert-account";
import { makeLink } from "./links";
import { needsSetUp } from "./needs-set-up";
import { forgetSetUpLink } from "./set-up-link";

/**
 * Creates the first admin from the host itself, without a browser, and returns the link with which they set their
 * password. The set-up link stops working. Throws AppError `conflict` where there is an admin, or where the address
 * has an account.
 */
export function createFirstAdmin(
  db: Db,
  settings: Pick<Settings, "auth" | "setUpFile">,
  email: string,
): string {
  const secret = transact(db, (tx) => {
    if (!needsSetUp(tx)) throw new AppError("conflict", "Storeyard already has an admin.");
    const admin = insertAccount(tx, { email, passwordHash: null, role: "admin" });
    const link = makeLink(tx, { kind: "password", email, role: "admin", createdBy: null });
    recordAudit(
      tx,
      { actor: null, origin: { requestId: randomUUID(), address: null, userAgent: "npm run token" } },
      { action: "createFirstAdmin", target: { type: "user", id: admin.id, name: email } },
    );
    return link.secret;
  });
  forgetSetUpLink(db, settings);
  return linkAddress(settings.auth.url, "password", secret);
}
