import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { handovers } from "@/lib/db/schema";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { getOffer } from "./get-offer";

/** Says no to a store that was offered. Throws AppError `not_found` for an offer that is not open. */
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
    // Not as its owner's deputy, whatever the asker's role: it was offered to them.
    recordAudit(tx, ctx, {
      action: "declineHandover",
      target: { type: "store", id: store.id, name: store.name },
    });
  });
}
