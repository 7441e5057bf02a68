import type { Tx } from "@/lib/db/connect";
import { audit } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";

/** Who did what to what; in the transaction of the deed itself. */
export function recordAudit(tx: Tx, actor: Actor, action: string, target: string): void {
  tx.insert(audit)
    .values({
      at: new Date(),
      actorId: actor.userId,
      actorEmail: actor.email,
      via: actor.via,
      action,
      target,
    })
    .run();
}
