import { and, desc, eq, lt } from "drizzle-orm";
import { audit, users } from "@/lib/db/schema";
import { actsAsAdmin } from "@/lib/domain/actor";
import type { Ctx } from "../app-context";
import { type AuditFilter, matchingAuditEntries, visibleAuditEntries } from "./audit-filter";

type AuditRow = typeof audit.$inferSelect;

/** An audit entry as its reader sees it. */
export interface AuditEntryView extends Omit<AuditRow, "onBehalfOf"> {
  /** The store's owner if an admin acted on their behalf; the address is null if the account was deleted. */
  onBehalfOf: { id: string; email: string | null } | null;
}

/** At most `limit` entries before `before`, newest first. Only admins see the addresses that others acted from. */
export function readAuditEntries(
  ctx: Ctx,
  filter: AuditFilter,
  limit: number,
  before?: number,
): AuditEntryView[] {
  const { app, actor } = ctx;
  const rows = app.db
    .select({ entry: audit, ownerEmail: users.email })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.onBehalfOf))
    .where(
      and(
        visibleAuditEntries(app.db, actor),
        ...matchingAuditEntries(filter),
        before === undefined ? undefined : lt(audit.id, before),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit)
    .all();
  const seesAll = actsAsAdmin(actor);
  return rows.map(({ entry, ownerEmail }) => {
    const onBehalfOf = entry.onBehalfOf === null ? null : { id: entry.onBehalfOf, email: ownerEmail };
    const hidden =
      seesAll || entry.actorId === actor.userId
        ? null
        : { address: null, userAgent: null, credentialId: null, requestId: null };
    return { ...entry, onBehalfOf, ...hidden };
  });
}
