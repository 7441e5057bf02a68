import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { audit, stores } from "@/lib/db/schema";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import type { AuditEntry } from "../record-audit";

export interface AuditFilter {
  /** E-mail address of who did it. */
  actor?: string;
  action?: string;
  /** Name of what it was done to. */
  target?: string;
  targetType?: AuditEntry["target"]["type"];
  /** `ok`, or the code of the refusal. */
  result?: string;
  /** From then on. */
  from?: Date;
  /** Before then. */
  to?: Date;
  /** Part of the actor's address, the action or the target's name. */
  q?: string;
}

/**
 * What of the log somebody sees: an admin all of it; others what they did themselves, and what was done to stores that
 * they own now.
 */
export function visibleAuditEntries(tx: Pick<Tx, "select">, actor: Actor): SQL | undefined {
  if (actsAsAdmin(actor)) return undefined;
  const owned = tx.select({ id: stores.id }).from(stores).where(eq(stores.ownerId, actor.userId));
  return or(
    eq(audit.actorId, actor.userId),
    and(eq(audit.targetType, "store"), inArray(audit.targetId, owned)),
  );
}

export function matchingAuditEntries(filter: AuditFilter): SQL[] {
  const { actor, action, target, targetType, result, from, to, q } = filter;
  const conditions: SQL[] = [];
  if (actor !== undefined) conditions.push(eq(audit.actorEmail, actor.trim().toLowerCase()));
  if (action !== undefined) conditions.push(eq(audit.action, action));
  if (target !== undefined) conditions.push(eq(audit.target, target));
  if (targetType !== undefined) conditions.push(eq(audit.targetType, targetType));
  if (result !== undefined) conditions.push(eq(audit.result, result));
  if (from !== undefined) conditions.push(gte(audit.at, from));
  if (to !== undefined) conditions.push(lt(audit.at, to));
  if (q !== undefined && q !== "") {
    const text = sql`${audit.action} || ' ' || ${audit.target} || ' ' || coalesce(${audit.actorEmail}, '')`;
    conditions.push(sql`instr(lower(${text}), lower(${q})) > 0`);
  }
  return conditions;
}
