import { transact } from "@/lib/db/connect";
import { toStore } from "@/lib/db/store-row";
import { isRunning } from "@/lib/domain/store";
import type { AdminEntry } from "@/lib/engines/engine";
import { engineProfiles } from "@/lib/engines/engine-profiles";
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
 * `conflict` if the store does not run or has no safe mode, `unavailable` if the shop does not answer. A store that is not ready can be
 * opened: its owner may have to repair it there.
 */
export async function openAdmin(
  ctx: Ctx,
  name: string,
  options: { safeMode: boolean },
): Promise<OpenedAdmin> {
  const { app, actor } = ctx;
  const row = getStoreFor(app.db, actor, name, "enter");
  if (!isRunning(row.phase)) {
    throw new AppError("conflict", `“${name}” does not run. Its admin pages can be opened when it does.`);
  }
  const store = toStore(row);
  if (options.safeMode && !engineProfiles[store.type]?.admin(store).safeMode) {
    throw new AppError("conflict", `The admin pages of “${name}” have no safe mode.`, { field: "safeMode" });
  }
  const { path, ...entry } = await app.openAdmin(store, options);
  transact(app.db, (tx) => recordAudit(tx, ctx, { action: "openAdmin", target: storeTarget(row) }));
  return { ...entry, url: row.url + path };
}
