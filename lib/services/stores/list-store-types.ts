import type { Ctx, StoreTypeOffer } from "../app-context";

export function listStoreTypes(ctx: Ctx): StoreTypeOffer[] {
  return ctx.app.storeTypes;
}
