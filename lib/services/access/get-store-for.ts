import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { storeMembers, stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Actor } from "@/lib/domain/actor";
import { leastRoleFor, type StoreRole, type StoreVerb } from "@/lib/domain/store-role";
import { AppError } from "@/lib/errors";
import { refusalOf } from "./refusal-of";
import { storesVisibleTo } from "./stores-visible-to";

/**
 * The authorisation rule for stores. Non-members get `not_found`. A member whose role is too small gets `forbidden`
 * with the required role. If a failed store and a newer one share a name, the name means the one that holds it. Throws
 * AppError `not_found` or `forbidden`.
 */
export function getStoreFor(tx: Pick<Tx, "select">, actor: Actor, name: string, verb: StoreVerb): StoreRow {
  const row = tx
    .select()
    .from(stores)
    .where(and(eq(stores.name, name), storesVisibleTo(actor)))
    .orderBy(desc(isNull(stores.releasedAt)), desc(stores.createdAt), sql`rowid desc`)
    .limit(1)
    .get();
  if (!row) throw new AppError("not_found", `There is no store called “${name}”.`);
  return assertAllowed(tx, actor, row, verb);
}

/** Like getStoreFor, by the store's id. */
export function getStoreById(tx: Pick<Tx, "select">, actor: Actor, id: string, verb: StoreVerb): StoreRow {
  const row = tx
    .select()
    .from(stores)
    .where(and(eq(stores.id, id), storesVisibleTo(actor)))
    .get();
  if (!row) throw new AppError("not_found", "There is no such store.");
  return assertAllowed(tx, actor, row, verb);
}

function assertAllowed(tx: Pick<Tx, "select">, actor: Actor, row: StoreRow, verb: StoreVerb): StoreRow {
  const role = roleOf(tx, row.id, actor.userId);
  const refusal = refusalOf(actor, role, verb);
  if (refusal === "scope") {
    throw new AppError("forbidden", "This API token is read-only. Use a token with the scope write.");
  }
  if (refusal === "role") {
    throw new AppError(
      "forbidden",
      `This needs the role ${leastRoleFor(verb)}. Your role in “${row.name}” is ${role}.`,
    );
  }
  return row;
}

/** An account's role in a store; null for non-members. */
export function roleOf(tx: Pick<Tx, "select">, storeId: string, userId: string): StoreRole | null {
  const member = tx
    .select({ role: storeMembers.role })
    .from(storeMembers)
    .where(and(eq(storeMembers.storeId, storeId), eq(storeMembers.userId, userId)))
    .get();
  return member?.role ?? null;
}
