import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { handovers } from "@/lib/db/schema";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { getOffer } from "./get-offer";

/** Declines an offered store. Throws AppError `not_found` if the offer is not open. */
export function declineHandover(ctx: Ctx, id: string): void {
  const { app, actor } = ctx;
  transact(app.db, (tx) => {
    const store = getOffer(tx, actor, id);
    tx.delete(handovers).where(eq(handovers.id, id)).run();
    app.events.append(tx, store, {
      message: `${actor.email} declined ${store.name}`,
      detail: {
        kind: "store.handover",
        email: actor.email,
        to: actor.userId,
        offered: false,
        declined: true,
      },
    });
    // The target has no owner: the caller declines for themselves, not on behalf of the owner.
    recordAudit(tx, ctx, {
      action: "declineHandover",
      target: { type: "store", id: store.id, name: store.name },
    });
  });
}
