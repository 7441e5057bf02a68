import { transact } from "@/lib/db/connect";
import { toStore } from "@/lib/db/store-row";
import type { AdminEntry } from "@/lib/engines/engine";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

export interface OpenedAdmin extends Omit<AdminEntry, "path"> {
  /** Address in the shop that a form posts the fields to. */
  url: string;
}

/**
 * Creates a sign-in to the shop's admin pages without a password, valid once within a minute. Throws AppError
 * `conflict` if the store is not ready, `unavailable` if the shop does not answer.
 */
export async function openAdmin(ctx: Ctx, name: string): Promise<OpenedAdmin> {
  const { app, actor } = ctx;
  const row = getStoreFor(app.db, actor, name, "enter");
  if (row.phase !== "ready") {
    throw new AppError("conflict", `“${name}” is not ready. Its admin pages can be opened when it is ready.`);
  }
  const { path, ...entry } = await app.openAdmin(toStore(row));
  transact(app.db, (tx) => recordAudit(tx, ctx, { action: "openAdmin", target: storeTarget(row) }));
  return { ...entry, url: row.url + path };
}
