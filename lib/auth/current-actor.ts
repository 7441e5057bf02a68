import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { getApp } from "@/lib/boot";
import type { Actor } from "@/lib/domain/actor";
import type { Ctx } from "@/lib/services/context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import { requestOrigin } from "./request-origin";
import { readSessionId } from "./session-cookie";

/** Who looks at this page; looked up once a request. */
export const findCurrentActor = cache(async (): Promise<Actor | null> => {
  const app = getApp();
  const sessionId = await readSessionId(await cookies(), app.settings);
  return sessionId === null ? null : findSessionActor(app, sessionId);
});

/** The context of the verbs for who looks at this page; null for who is not signed in. */
export async function findCurrentCtx(): Promise<Ctx | null> {
  const app = getApp();
  const actor = await findCurrentActor();
  return actor && { app, actor, origin: requestOrigin(await headers(), app.settings.trustedProxies) };
}

/** For pages: who is not signed in goes to sign in, and comes back to `path`. */
export async function requireCtx(path: string): Promise<Ctx> {
  const ctx = await findCurrentCtx();
  if (ctx === null) redirect(path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return ctx;
}
