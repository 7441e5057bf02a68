import type { StoreView } from "@/lib/domain/store";
import { storeName } from "@/lib/domain/store-name";
import { isAppError } from "@/lib/errors";
import type { Ctx } from "../app-context";
import { getStore } from "./get-store";

/** Like getStore, but null if the caller sees no such store or the name is invalid. */
export function findStore(ctx: Ctx, name: string): StoreView | null {
  if (!storeName.safeParse(name).success) return null;
  try {
    return getStore(ctx, name);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}
