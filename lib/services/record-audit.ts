import type { Tx } from "@/lib/db/connect";
import { audit } from "@/lib/db/schema";
import { actsAsAdmin } from "@/lib/domain/actor";
import type { Store } from "@/lib/domain/store";
import type { AnonymousCtx, Ctx } from "./app-context";

type AuditRow = typeof audit.$inferInsert;

/** The kinds of targets. */
export const auditTargets = ["store", "user", "session", "token", "link", "plan", "platform"] as const;

/** One audited action. It must not contain secrets: the log is read, exported and kept. */
export interface AuditEntry {
  /** The API's operation id, such as `createStore`. */
  action: string;
  target: {
    type: (typeof auditTargets)[number];
    id?: string;
    name: string;
    /** Owner of the store, if the target is a store. */
    ownerId?: string;
  };
  /** `ok` by default, otherwise the code of the problem. */
  result?: string;
  /** Id of the link that authenticated the caller. */
  link?: string;
  detail?: AuditRow["detail"];
}

export function storeTarget(store: Pick<Store, "id" | "name" | "ownerId">): AuditEntry["target"] {
  return { type: "store", id: store.id, name: store.name, ownerId: store.ownerId };
}

/** Writes an audit entry: actor, action, target, result. A success is written in the transaction of the action. */
export function recordAudit(
  tx: Pick<Tx, "insert">,
  ctx: Pick<Ctx | AnonymousCtx, "actor" | "origin">,
  entry: AuditEntry,
): void {
  const { actor, origin } = ctx;
  const { ownerId } = entry.target;
  const isForOwner =
    actor !== null && actsAsAdmin(actor) && ownerId !== undefined && ownerId !== actor.userId;
  tx.insert(audit)
    .values({
      at: new Date(),
      actorId: actor?.userId ?? null,
      actorEmail: actor?.email ?? null,
      via: actor?.credential.kind ?? (entry.link === undefined ? "none" : "link"),
      credentialId: actor?.credential.id ?? entry.link ?? null,
      action: entry.action,
      targetType: entry.target.type,
      targetId: entry.target.id ?? null,
      target: entry.target.name,
      onBehalfOf: isForOwner ? ownerId : null,
      result: entry.result ?? "ok",
      address: origin.address,
      userAgent: origin.userAgent,
      requestId: origin.requestId,
      detail: entry.detail ?? null,
    })
    .run();
}
