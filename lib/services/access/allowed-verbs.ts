import type { Actor } from "@/lib/domain/actor";
import type { StoreView } from "@/lib/domain/store";
import { type StoreVerb, storeVerbs } from "@/lib/domain/store-role";
import { refusalOf } from "./refusal-of";

/** The actions that an actor may run on a store. Pages show only these; getStoreFor enforces the rule. */
export function allowedVerbs(actor: Actor, store: Pick<StoreView, "role">): StoreVerb[] {
  return storeVerbs.filter((verb) => refusalOf(actor, store.role, verb) === null);
}
