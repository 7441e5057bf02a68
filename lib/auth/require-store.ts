import { notFound } from "next/navigation";
import type { StoreView } from "@/lib/domain/store";
import type { Ctx } from "@/lib/services/app-context";
import { findStore } from "@/lib/services/stores/find-store";
import { requireCtx } from "./current-actor";

/**
 * For the pages of a store: who is not signed in goes to sign in and comes back to this page of it; who does not see
 * the store gets "not found".
 */
export async function requireStore(name: string, page = ""): Promise<{ ctx: Ctx; store: StoreView }> {
  const ctx = await requireCtx(`/stores/${name}${page}`);
  const store = findStore(ctx, name);
  if (store === null) notFound();
  return { ctx, store };
}
