import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { audit, stores } from "@/lib/db/schema";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import type { AuditEntry } from "../record-audit";

export interface AuditFilter {
  /** E-mail address of the actor. */
  actor?: string;
  action?: string;
  /** Name of the target. */
  target?: string;
  targetType?: AuditEntry["target"]["type"];
  /** `ok`, or the code of the refusal. */
  result?: string;
  /** Start of the range, inclusive. */
  from?: Date;
  /** End of the range, exclusive. */
  to?: Date;
  /** Part of the actor's e-mail address, the action or the target's name. */
  q?: string;
}

/**
 * The entries that an actor sees: admins see all; others see their own actions and actions on stores that they own
 * now.
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
