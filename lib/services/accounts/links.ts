import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { links } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/actor";
import { type LinkKind, linkLifetimeMs } from "@/lib/domain/link";
import { AppError } from "@/lib/errors";

export type LinkRow = typeof links.$inferSelect;

/**
 * Makes a link; its secret is in this answer and nowhere else. An older one of the same kind for the same person is
 * void from now on, so that at most one is about.
 */
export function makeLink(
  tx: Tx,
  asked: { kind: LinkKind; email: string | null; role: Role; createdBy: string | null },
): { row: LinkRow; secret: string } {
  const now = new Date();
  const samePerson = asked.email === null ? isNull(links.email) : eq(links.email, asked.email);
  tx.delete(links)
    .where(
      and(isNull(links.usedAt), or(lt(links.expiresAt, now), and(eq(links.kind, asked.kind), samePerson))),
    )
    .run();
  const secret = randomBytes(32).toString("base64url");
  const row = tx
    .insert(links)
    .values({
      ...asked,
      id: randomUUID(),
      hash: hashSecret(secret),
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLifetimeMs[asked.kind]),
    })
    .returning()
    .get();
  return { row, secret };
}

/** Links that can still be used. */
export function isOpen(now = new Date()) {
  return and(isNull(links.usedAt), gt(links.expiresAt, now));
}

/** The link of a secret. Throws AppError `not_found` for one that was used, ran out, or never was. */
export function getOpenLink(tx: Pick<Tx, "select">, secret: string): LinkRow {
  const row = tx
    .select()
    .from(links)
    .where(and(eq(links.hash, hashSecret(secret)), isOpen()))
    .get();
  if (row) return row;
  throw new AppError(
    "not_found",
    "This link does not work any more: it was used, it has run out, or a newer one took its place. Ask who gave it to you for a new one.",
  );
}

function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
