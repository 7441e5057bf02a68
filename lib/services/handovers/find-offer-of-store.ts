import { eq } from "drizzle-orm";
import { handovers } from "@/lib/db/schema";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { type Handover, toHandoverViews } from "./to-handover-views";

/** To whom a store is offered, for who could take the offer back; null where it is not. */
export function findOfferOfStore({ app, actor }: Ctx, name: string): Handover | null {
  const store = getStoreFor(app.db, actor, name, "hand-over");
  return toHandoverViews(app.db, actor, eq(handovers.storeId, store.id))[0] ?? null;
}
