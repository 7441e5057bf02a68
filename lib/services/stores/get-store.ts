import type { StoreView } from "@/lib/domain/store";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { toStoreView } from "./to-store-view";

export function getStore(ctx: Ctx, name: string): StoreView {
  const { app, actor } = ctx;
  return toStoreView(app.db, ctx, getStoreFor(app.db, actor, name, "read"));
}
