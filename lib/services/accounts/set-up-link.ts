import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/lib/db/connect";
import { links } from "@/lib/db/schema";
import { linkAddress } from "@/lib/domain/link";
import type { Settings } from "@/lib/env";
import { makeLink } from "./links";

/**
 * Creates the link with which the first admin sets up the installation, and writes it to a file that only this user of
 * the host can read. It is in no log. The link of the previous start stops working.
 */
export function makeSetUpLink(db: Db, settings: Pick<Settings, "auth" | "setUpFile">): void {
  const { secret } = transact(db, (tx) =>
    makeLink(tx, { kind: "setup", email: null, role: "admin", createdBy: null }),
  );
  // An existing file would keep its mode.
  rmSync(settings.setUpFile, { force: true });
  mkdirSync(dirname(settings.setUpFile), { recursive: true, mode: 0o700 });
  writeFileSync(settings.setUpFile, `${linkAddress(settings.auth.url, "setup", secret)}\n`, { mode: 0o600 });
}

/** Revokes the set-up link and removes its file. */
export function forgetSetUpLink(db: Db, settings: Pick<Settings, "setUpFile">): void {
  db.delete(links)
    .where(and(eq(links.kind, "setup"), isNull(links.usedAt)))
    .run();
  rmSync(settings.setUpFile, { force: true });
}
