import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { handovers } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import { getEnabledAccount } from "../accounts/get-enabled-account";
import type { Ctx } from "../app-context";
import { type Handover, toHandoverViews } from "./to-handover-views";

/** How long an offer stays open. */
const offerMs = 14 * 24 * 60 * 60_000;

/**
 * Offers a store to another account; the owner changes when that account accepts. Throws AppError `not_found` at the
 * field `email` if no account has this address, `conflict` if the store is already offered, already owned by that
 * account, or being deleted.
 */
export function offerHandover(ctx: Ctx, name: string, email: string, now = new Date()): Handover {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, "hand-over");
    if (store.desired === "deleted") throw new AppError("conflict", `“${name}” is being deleted.`);
    const account = getEnabledAccount(tx, email);
    if (account.id === store.ownerId) {
      throw new AppError("conflict", `That account already owns “${name}”. Name another account.`, {
        field: "email",
      });
    }
    const [open] = toHandoverViews(tx, actor, eq(handovers.storeId, store.id), now);
    if (open) {
      throw new AppError(
        "conflict",
        `“${name}” is already offered to ${open.to}. Withdraw that offer first.`,
      );
    }
    // An expired offer may still exist.
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
