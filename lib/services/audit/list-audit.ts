import { z } from "zod";
import type { Ctx } from "../app-context";
import { decodeCursor, encodeCursor } from "../page-cursor";
import type { AuditFilter } from "./audit-filter";
import { type AuditEntryView, readAuditEntries } from "./read-audit-entries";

export interface AuditPage {
  entries: AuditEntryView[];
  /** Cursor of the next page; null on the last page. */
  nextCursor: string | null;
}

const defaultLimit = 50;

/** Audit entries, newest first. Admins see all; others see their own actions and actions on their stores. */
export function listAudit(ctx: Ctx, page: AuditFilter & { limit?: number; cursor?: string } = {}): AuditPage {
  const limit = page.limit ?? defaultLimit;
  const before = page.cursor === undefined ? undefined : decodeCursor(z.number().int(), page.cursor);
  const rows = readAuditEntries(ctx, page, limit + 1, before);
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  return { entries, nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null };
}

const exportPage = 500;

/** All entries in the same order, read page by page as the consumer takes them. */
export function* exportAudit(ctx: Ctx, filter: AuditFilter): Generator<AuditEntryView[]> {
  let before: number | undefined;
  for (;;) {
    const page = readAuditEntries(ctx, filter, exportPage, before);
    if (page.length > 0) yield page;
    if (page.length < exportPage) return;
    before = page.at(-1)?.id;
  }
}
