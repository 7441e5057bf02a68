import { notFound } from "next/navigation";
import type { StoreView } from "@/lib/domain/store";
import type { Ctx } from "@/lib/services/app-context";
import { findStore } from "@/lib/services/stores/find-store";
import { requireCtx } from "./current-actor";

/**
 * The context and the store for a page of a store. Without an account, redirects to the sign-in page and back. Without
 * access to the store, answers 404.
 */
export async function requireStore(name: string): Promise<{ ctx: Ctx; store: StoreView }> {
  const ctx = await requireCtx();
  const store = findStore(ctx, name);
  if (store === null) notFound();
  return { ctx, store };
}
