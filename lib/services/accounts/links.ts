import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { links } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/actor";
import { type LinkKind, linkLifetimeMs } from "@/lib/domain/link";
import { AppError } from "@/lib/errors";

export type LinkRow = typeof links.$inferSelect;

/**
 * Creates a link. Only this answer contains its secret. An older link of the same kind for the same user becomes void.
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

/** Links that are still valid. */
export function isOpen(now = new Date()) {
  return and(isNull(links.usedAt), gt(links.expiresAt, now));
}

/** The link of a secret. Throws AppError `not_found` if it was used, has expired or does not exist. */
export function getOpenLink(tx: Pick<Tx, "select">, secret: string): LinkRow {
  const row = tx
    .select()
    .from(links)
    .where(and(eq(links.hash, hashSecret(secret)), isOpen()))
    .get();
  if (row) return row;
  throw new AppError(
    "not_found",
    "This link is no longer valid: it was used, it has expired, or a newer link replaced it. Ask the admin who sent it for a new one.",
  );
}

function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
