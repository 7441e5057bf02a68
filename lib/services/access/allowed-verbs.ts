import type { Actor } from "@/lib/domain/actor";
import type { StoreView } from "@/lib/domain/store";
import { type StoreVerb, storeVerbs } from "@/lib/domain/store-role";
import { refusalOf } from "./refusal-of";

/** What the actor may do with a store that they see: pages offer this and no more; getStoreFor is what enforces it. */
export function allowedVerbs(actor: Actor, store: Pick<StoreView, "role">): StoreVerb[] {
  return storeVerbs.filter((verb) => refusalOf(actor, store.role, verb) === null);
}
