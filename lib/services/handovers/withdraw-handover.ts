import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { handovers } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../context";
import { seeHandovers } from "./see-handovers";

/** Takes the open offer of a store back. Throws AppError `not_found` where there is none. */
export function withdrawHandover(ctx: Ctx, name: string): void {
  const { app, actor } = ctx;
  transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, "hand-over");
    const [open] = seeHandovers(tx, actor, eq(handovers.storeId, store.id));
    if (!open) throw new AppError("not_found", `“${name}” is not offered to anybody.`);
    tx.delete(handovers).where(eq(handovers.id, open.id)).run();
    app.events.append(tx, store, {
      message: `${actor.email} took the offer to ${open.to} back`,
      detail: { kind: "store.handover", email: open.to, offered: false },
    });
    recordAudit(tx, ctx, {
      action: "withdrawHandover",
      target: storeTarget(store),
      detail: { to: open.to },
    });
  });
}
