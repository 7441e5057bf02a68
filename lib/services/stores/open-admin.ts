import { transact } from "@/lib/db/connect";
import { toStore } from "@/lib/db/store-row";
import type { AdminEntry } from "@/lib/engines/engine";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

export interface OpenedAdmin extends Omit<AdminEntry, "path"> {
  /** Address in the shop to post the fields to, as a form. */
  url: string;
}

/**
 * Lets whoever may enter a shop into its admin pages without knowing a password: once, within a minute.
 * Throws AppError `conflict` where the store is not ready, `unavailable` where the shop does not answer.
 */
export async function openAdmin(ctx: Ctx, name: string): Promise<OpenedAdmin> {
  const { app, actor } = ctx;
  const row = getStoreFor(app.db, actor, name, "enter");
  if (row.phase !== "ready") {
    throw new AppError("conflict", `“${name}” is not ready: its admin pages can be opened once it is.`);
  }
  const { path, ...entry } = await app.openAdmin(toStore(row));
  transact(app.db, (tx) => recordAudit(tx, ctx, { action: "openAdmin", target: storeTarget(row) }));
  return { ...entry, url: row.url + path };
}
