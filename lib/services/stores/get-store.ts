import { toStore } from "@/lib/db/store-row";
import type { Store } from "@/lib/domain/store";
import type { Ctx } from "../context";
import { getVisibleStore } from "./get-visible-store";

export function getStore(ctx: Ctx, name: string): Store {
  return toStore(getVisibleStore(ctx.app.db, ctx.actor, name));
}
