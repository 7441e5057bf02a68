import { and, eq, type SQL, sql } from "drizzle-orm";
import { stores, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { StoreFilter } from "@/lib/domain/store-filter";
import { storesVisibleTo } from "../access/stores-visible-to";

/** Condition on `stores`: visible to the actor and matching the filter. */
export function matchStores(actor: Actor, { phase, type, plan, owner, q }: StoreFilter): SQL | undefined {
  const conditions: (SQL | undefined)[] = [storesVisibleTo(actor)];
  if (phase !== undefined) conditions.push(eq(stores.phase, phase));
  if (type !== undefined) conditions.push(eq(stores.type, type));
  if (plan !== undefined) conditions.push(eq(stores.plan, plan));
  if (owner !== undefined) {
    conditions.push(
      sql`${stores.ownerId} = (select ${users.id} from ${users} where ${users.email} = ${owner.trim().toLowerCase()})`,
    );
  }
  if (q !== undefined && q !== "") {
    // Not LIKE: the search text is not a pattern.
    const title = sql`json_extract(${stores.config}, '$.title')`;
    conditions.push(
      sql`(instr(${stores.name}, ${q.toLowerCase()}) > 0 or instr(lower(${title}), lower(${q})) > 0)`,
    );
  }
  return and(...conditions);
}
