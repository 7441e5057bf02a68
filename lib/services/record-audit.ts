import type { Tx } from "@/lib/db/connect";
import { audit } from "@/lib/db/schema";
import { actsAsAdmin } from "@/lib/domain/actor";
import type { Store } from "@/lib/domain/store";
import type { AnonymousCtx, Ctx } from "./app-context";

type AuditRow = typeof audit.$inferInsert;

/** What kinds of thing deeds are done to. */
export const auditTargets = ["store", "user", "session", "token", "link", "plan", "platform"] as const;

/** What was done, to what. Nothing in it may be a secret: the log is read, exported and kept. */
export interface AuditEntry {
  /** The API's operation id, such as `createStore`. */
  action: string;
  target: {
    type: (typeof auditTargets)[number];
    id?: string;
    name: string;
    /** Owner of the store that it is about, where it is about one. */
    ownerId?: string;
  };
  /** `ok` where it is left out, else the code of the problem that it was refused with. */
  result?: string;
  /** Id of the link that somebody who is not signed in was let in by. */
  link?: string;
  detail?: AuditRow["detail"];
}

export function storeTarget(store: Pick<Store, "id" | "name" | "ownerId">): AuditEntry["target"] {
  return { type: "store", id: store.id, name: store.name, ownerId: store.ownerId };
}

/** Who did what to what, and how it went; a success is written in the transaction of the deed itself. */
export function recordAudit(
  tx: Pick<Tx, "insert">,
  ctx: Pick<Ctx | AnonymousCtx, "actor" | "origin">,
  deed: AuditEntry,
): void {
  const { actor, origin } = ctx;
  const { ownerId } = deed.target;
  const isForOwner =
    actor !== null && actsAsAdmin(actor) && ownerId !== undefined && ownerId !== actor.userId;
  tx.insert(audit)
    .values({
      at: new Date(),
      actorId: actor?.userId ?? null,
      actorEmail: actor?.email ?? null,
      via: actor?.credential.kind ?? (deed.link === undefined ? "none" : "link"),
      credentialId: actor?.credential.id ?? deed.link ?? null,
      action: deed.action,
      targetType: deed.target.type,
      targetId: deed.target.id ?? null,
      target: deed.target.name,
      onBehalfOf: isForOwner ? ownerId : null,
      result: deed.result ?? "ok",
      address: origin.address,
      userAgent: origin.userAgent,
      requestId: origin.requestId,
      detail: deed.detail ?? null,
    })
    .run();
}
