import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { sessions } from "@/lib/db/schema";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx } from "../app-context";
import { findSessionActor } from "./find-session-actor";

/** Ends the session of a browser that signs out, so that a copied cookie is no longer valid. */
export function signOut(ctx: AnonymousCtx, sessionId: string): void {
  const { app } = ctx;
  const actor = findSessionActor(app, sessionId);
  transact(app.db, (tx) => {
    tx.delete(sessions).where(eq(sessions.id, sessionId)).run();
    if (actor === null) return;
    recordAudit(
      tx,
      { ...ctx, actor },
      { action: "signOut", target: { type: "session", id: sessionId, name: actor.email } },
    );
  });
  app.accessChanges.notify();
}
