import { transact } from "@/lib/db/connect";
import { toStore } from "@/lib/db/store-row";
import type { PageCache } from "@/lib/domain/page-cache";
import { isRunning, type Store } from "@/lib/domain/store";
import type { PageCacheCall } from "@/lib/engines/engine";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { AppError } from "@/lib/errors";
import { type AuditEntry, recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

/** Whether the engine of a store keeps pages for its visitors. */
export function hasPageCache({ type }: Pick<Store, "type">): boolean {
  return engineProfiles[type]?.cachesPages ?? false;
}

/**
 * The state of a store's page cache. Throws AppError `conflict` if the store does not run or has no page cache,
 * `unavailable` if the shop does not answer.
 */
export async function getPageCache(ctx: Ctx, name: string): Promise<PageCache> {
  const { state } = await call(ctx, name, { method: "GET" });
  return state;
}

/** Turns the page cache on or off, and clears it. Throws as `getPageCache` does. */
export async function setPageCache(ctx: Ctx, name: string, on: boolean): Promise<PageCache> {
  const { state, row } = await call(ctx, name, { method: "PUT", on });
  audit(ctx, { action: "setPageCache", target: storeTarget(row), detail: { on } });
  return state;
}

/** Removes all pages from the page cache. Throws as `getPageCache` does. */
export async function clearPageCache(ctx: Ctx, name: string): Promise<PageCache> {
  const { state, row } = await call(ctx, name, { method: "DELETE" });
  audit(ctx, { action: "clearPageCache", target: storeTarget(row) });
  return state;
}

async function call({ app, actor }: Ctx, name: string, cacheCall: PageCacheCall) {
  const row = getStoreFor(app.db, actor, name, "enter");
  if (hasPageCache(row) && !isRunning(row.phase)) {
    throw new AppError("conflict", `“${name}” does not run. Its page cache can be changed when it does.`);
  }
  const state = hasPageCache(row) ? await app.callPageCache(toStore(row), cacheCall) : null;
  if (state === null) throw new AppError("conflict", `“${name}” has no page cache.`);
  return { row, state };
}

function audit(ctx: Ctx, entry: AuditEntry): void {
  transact(ctx.app.db, (tx) => recordAudit(tx, ctx, entry));
}
