import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { handovers } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import { getColleague } from "../accounts/get-colleague";
import type { Ctx } from "../app-context";
import { type Handover, toHandoverViews } from "./to-handover-views";

/** How long an offer waits for its answer. */
const offerMs = 14 * 24 * 60 * 60_000;

/**
 * Offers a store to another account; nothing changes until that accepts. Throws AppError `not_found` at the field
 * `email` where nobody has this address, `conflict` where it is offered already, theirs already, or being deleted.
 */
export function offerHandover(ctx: Ctx, name: string, email: string, now = new Date()): Handover {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, "hand-over");
    if (store.desired === "deleted") throw new AppError("conflict", `“${name}” is being deleted.`);
    const account = getColleague(tx, email);
    if (account.id === store.ownerId) {
      throw new AppError("conflict", `“${name}” is theirs already. Name another account.`, {
        field: "email",
      });
    }
    const [open] = toHandoverViews(tx, actor, eq(handovers.storeId, store.id), now);
    if (open) {
      throw new AppError(
        "conflict",
        `“${name}” is offered to ${open.to} already. Take that offer back first.`,
      );
    }
    // One that ran out may still be there.
    tx.delete(handovers).where(eq(handovers.storeId, store.id)).run();
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + offerMs);
    tx.insert(handovers)
      .values({
        id,
        storeId: store.id,
        fromUserId: store.ownerId,
        toUserId: account.id,
        createdAt: now,
        expiresAt,
      })
      .run();
    app.events.append(tx, store, {
      message: `${actor.email} offered ${name} to ${account.email}`,
      detail: { kind: "store.handover", email: account.email, to: account.id, offered: true },
    });
    recordAudit(tx, ctx, {
      action: "offerHandover",
      target: storeTarget(store),
      detail: { to: account.email },
    });
    return toHandoverViews(tx, actor, eq(handovers.id, id), now)[0] as Handover;
  });
}
