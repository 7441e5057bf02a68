import type { QuotaUse, StoreObject, StoreRelease } from "@/lib/domain/inspection";
import type { StoreUsage } from "@/lib/domain/store-usage";
import { AppError } from "@/lib/errors";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

export interface InspectedStore {
  objects: StoreObject[];
  quota: QuotaUse[];
}

/** What a store consists of in the cluster, and what it uses of its quota, as the watches see it. */
export function inspectStore(ctx: Ctx, name: string): InspectedStore {
  const { app, actor } = ctx;
  const store = getStoreFor(app.db, actor, name, "read");
  return { objects: app.inspection.objects(store), quota: app.inspection.quotaUse(store) };
}

/** What a store uses, as the cluster measured it; where it did not, why. */
export async function measureStore(ctx: Ctx, name: string): Promise<StoreUsage> {
  const { app, actor } = ctx;
  return app.inspection.usage(getStoreFor(app.db, actor, name, "read"));
}

/**
 * What Helm keeps of the store's newest release. Rejects with AppError `not_found` before the first one,
 * `unavailable` when the cluster is away.
 */
export async function getStoreRelease(ctx: Ctx, name: string): Promise<StoreRelease> {
  const { app, actor } = ctx;
  const store = getStoreFor(app.db, actor, name, "enter");
  const release = await app.inspection.release(store);
  if (release === null) {
    throw new AppError(
      "not_found",
      `“${name}” was not handed to the cluster yet: there is no release of it.`,
    );
  }
  return release;
}
