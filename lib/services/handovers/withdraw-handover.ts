import { transact } from "@/lib/db/connect";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { endOffer } from "../stores/end-offer";

/** Withdraws the open offer of a store. Throws AppError `not_found` if there is none. */
export function withdrawHandover(ctx: Ctx, name: string): void {
  const { app, actor } = ctx;
  transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, "hand-over");
    const to = endOffer(tx, app.events, store, (email) => `${actor.email} withdrew the offer to ${email}`);
    if (to === null) throw new AppError("not_found", `There is no open offer of “${name}”.`);
    recordAudit(tx, ctx, {
      action: "withdrawHandover",
      target: storeTarget(store),
      detail: { to },
    });
  });
}
