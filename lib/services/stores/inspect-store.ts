import type { QuotaUse, StoreObject, StoreRelease } from "@/lib/domain/inspection";
import type { StoreUsage } from "@/lib/domain/store-usage";
import { AppError } from "@/lib/errors";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

export interface InspectedStore {
  objects: StoreObject[];
  quota: QuotaUse[];
}

/** A store's objects and its use of the quota, from the watch caches. */
export function inspectStore(ctx: Ctx, name: string): InspectedStore {
  const { app, actor } = ctx;
  const store = getStoreFor(app.db, actor, name, "read");
  return { objects: app.inspection.objects(store), quota: app.inspection.quotaUse(store) };
}

/** A store's usage as measured in the cluster, with the reasons for missing values. */
export async function measureStore(ctx: Ctx, name: string): Promise<StoreUsage> {
  const { app, actor } = ctx;
  return app.inspection.usage(getStoreFor(app.db, actor, name, "read"));
}

/**
 * The store's newest Helm release. Rejects with AppError `not_found` before the first one, `unavailable` if the
 * cluster does not answer.
 */
export async function getStoreRelease(ctx: Ctx, name: string): Promise<StoreRelease> {
  const { app, actor } = ctx;
  const store = getStoreFor(app.db, actor, name, "enter");
  const release = await app.inspection.release(store);
  if (release === null) {
    throw new AppError(
      "not_found",
      `“${name}” has no Helm release yet. Try again once its chart is applied.`,
    );
  }
  return release;
}
