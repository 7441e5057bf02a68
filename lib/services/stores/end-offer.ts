import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { handovers, users } from "@/lib/db/schema";
import type { EventLog, EventSubject } from "@/lib/events/event-log";

/**
 * Ends the open offer of a store, if there is one, and notifies its recipient. `message` builds the event's text from
 * the recipient's address. Returns that address, or null.
 */
export function endOffer(
  tx: Tx,
  events: EventLog,
  store: EventSubject,
  message: (email: string) => string,
): string | null {
  const offer = tx
    .delete(handovers)
    .where(eq(handovers.storeId, store.id))
    .returning({ to: handovers.toUserId, expiresAt: handovers.expiresAt })
    .get();
  if (offer === undefined || offer.expiresAt <= new Date()) return null;
  const receiver = tx.select({ email: users.email }).from(users).where(eq(users.id, offer.to)).get();
  if (receiver === undefined) return null;
  events.append(tx, store, {
    message: message(receiver.email),
    detail: { kind: "store.handover", email: receiver.email, to: offer.to, offered: false },
  });
  return receiver.email;
}
