import type { Ctx, StoreTypeOffer } from "../context";

export function listStoreTypes(ctx: Ctx): StoreTypeOffer[] {
  return ctx.app.storeTypes;
}
