import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { type Db, transact } from "@/lib/db/connect";
import { links } from "@/lib/db/schema";
import { linkAddress } from "@/lib/domain/link";
import type { Settings } from "@/lib/env";
import { makeLink } from "./links";

/**
 * Makes the link by which the first admin sets the installation up, into a file that only this account of the machine
 * reads: it is in no log. The one of the start before is void.
 */
export function makeSetUpLink(db: Db, settings: Settings): void {
  const { secret } = transact(db, (tx) =>
    makeLink(tx, { kind: "setup", email: null, role: "admin", createdBy: null }),
  );
  // An older file would keep its own mode.
  rmSync(settings.setUpFile, { force: true });
  mkdirSync(dirname(settings.setUpFile), { recursive: true, mode: 0o700 });
  writeFileSync(settings.setUpFile, `${linkAddress(settings.auth.url, "setup", secret)}\n`, { mode: 0o600 });
}

/** Nothing more to set up: the link is void, the file is gone. */
export function forgetSetUpLink(db: Db, settings: Settings): void {
  db.delete(links)
    .where(and(eq(links.kind, "setup"), isNull(links.usedAt)))
    .run();
  rmSync(settings.setUpFile, { force: true });
}
