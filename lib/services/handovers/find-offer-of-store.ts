import { eq } from "drizzle-orm";
import { handovers } from "@/lib/db/schema";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { type Handover, toHandoverViews } from "./to-handover-views";

/** The open offer of a store, for members who may withdraw it; null if there is none. */
export function findOfferOfStore({ app, actor }: Ctx, name: string): Handover | null {
  const store = getStoreFor(app.db, actor, name, "hand-over");
  return toHandoverViews(app.db, actor, eq(handovers.storeId, store.id))[0] ?? null;
}
