import { z } from "zod";
import type { Ctx } from "../app-context";
import { decodeCursor, encodeCursor } from "../page-cursor";
import type { AuditFilter } from "./audit-filter";
import { type AuditEntryView, readAuditEntries } from "./read-audit-entries";

export interface AuditPage {
  entries: AuditEntryView[];
  /** Give it back for the next page; null on the last one. */
  nextCursor: string | null;
}

const defaultLimit = 50;

/** What was done, newest first: an admin sees all, others their own acts and what was done to their stores. */
export function listAudit(ctx: Ctx, page: AuditFilter & { limit?: number; cursor?: string } = {}): AuditPage {
  const limit = page.limit ?? defaultLimit;
  const before = page.cursor === undefined ? undefined : decodeCursor(z.number().int(), page.cursor);
  const rows = readAuditEntries(ctx, page, limit + 1, before);
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  return { entries, nextCursor: rows.length > limit && last ? encodeCursor(last.id) : null };
}

const exportPage = 500;

/** All of it in the same order, a page at a time as it is taken. */
export function* exportAudit(ctx: Ctx, filter: AuditFilter): Generator<AuditEntryView[]> {
  let before: number | undefined;
  for (;;) {
    const page = readAuditEntries(ctx, filter, exportPage, before);
    if (page.length > 0) yield page;
    if (page.length < exportPage) return;
    before = page.at(-1)?.id;
  }
}
