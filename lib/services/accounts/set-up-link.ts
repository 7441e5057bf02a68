import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/lib/db/connect";
import { links } from "@/lib/db/schema";
import { linkAddress } from "@/lib/domain/link";
import type { Settings } from "@/lib/env";
import { makeLink } from "./links";

/**
 * Writes the set-up link of the first admin to a file that only the current system user can read. It is in no log. The
 * link of the previous start becomes void.
 */
export function makeSetUpLink(db: Db, settings: Settings): void {
  const { secret } = transact(db, (tx) =>
    makeLink(tx, { kind: "setup", email: null, role: "admin", createdBy: null }),
  );
  // An existing file would keep its mode.
  rmSync(settings.setUpFile, { force: true });
  mkdirSync(dirname(settings.setUpFile), { recursive: true, mode: 0o700 });
  writeFileSync(settings.setUpFile, `${linkAddress(settings.auth.url, "setup", secret)}\n`, { mode: 0o600 });
}

/** Voids the link and deletes the file: the set-up is done. */
export function forgetSetUpLink(db: Db, settings: Settings): void {
  db.delete(links)
    .where(and(eq(links.kind, "setup"), isNull(links.usedAt)))
    .run();
  rmSync(settings.setUpFile, { force: true });
}
