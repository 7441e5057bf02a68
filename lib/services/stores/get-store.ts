import type { SeenStore } from "@/lib/domain/store";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../context";
import { seeStore } from "./see-store";

export function getStore(ctx: Ctx, name: string): SeenStore {
  const { app, actor } = ctx;
  return seeStore(app.db, ctx, getStoreFor(app.db, actor, name, "read"));
}
