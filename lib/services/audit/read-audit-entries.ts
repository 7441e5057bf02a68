import { and, desc, eq, lt } from "drizzle-orm";
import { audit, users } from "@/lib/db/schema";
import { actsAsAdmin } from "@/lib/domain/actor";
import type { Ctx } from "../app-context";
import { type AuditFilter, matchingAuditEntries, visibleAuditEntries } from "./audit-filter";

type AuditRow = typeof audit.$inferSelect;

/** A line of the audit log as its reader sees it. */
export interface AuditEntryView extends Omit<AuditRow, "onBehalfOf"> {
  /** Whose store it was, where an admin acted on it as one; the address is null where the account is gone. */
  onBehalfOf: { id: string; email: string | null } | null;
}

/** So many lines before `before`, newest first. Where others acted from is an admin's to know. */
export function readAuditEntries(
  ctx: Ctx,
  filter: AuditFilter,
  limit: number,
  before?: number,
): AuditEntryView[] {
  const { app, actor } = ctx;
  const rows = app.db
    .select({ deed: audit, ownerEmail: users.email })
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
  return rows.map(({ deed, ownerEmail }) => {
    const onBehalfOf = deed.onBehalfOf === null ? null : { id: deed.onBehalfOf, email: ownerEmail };
    const hidden =
      seesAll || deed.actorId === actor.userId
        ? null
        : { address: null, userAgent: null, credentialId: null, requestId: null };
    return { ...deed, onBehalfOf, ...hidden };
  });
}
