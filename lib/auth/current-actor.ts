import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import { getApp } from "@/lib/get-app";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import { requestOrigin } from "./request-origin";
import { readSessionId } from "./session-cookie";

/** Who looks at this page; looked up once a request. */
export const findCurrentActor = cache(async (): Promise<Actor | null> => {
  const app = getApp();
  const sessionId = await readSessionId(await cookies(), app.settings);
  return sessionId === null ? null : findSessionActor(app, sessionId);
});

/** The context of the verbs for whoever looks at this page, signed in or not. */
export async function getVisitorCtx(): Promise<Ctx | AnonymousCtx> {
  const app = getApp();
  const origin = requestOrigin(await headers(), app.settings.trustedProxies);
  return { app, actor: await findCurrentActor(), origin } as Ctx | AnonymousCtx;
}

/** The context of the verbs for who looks at this page; null for who is not signed in. */
export async function findCurrentCtx(): Promise<Ctx | null> {
  const ctx = await getVisitorCtx();
  return ctx.actor === null ? null : ctx;
}

/** For pages: who is not signed in goes to sign in, and comes back to `path`. */
export async function requireCtx(path: string): Promise<Ctx> {
  const ctx = await findCurrentCtx();
  if (ctx === null) redirect(path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return ctx;
}

/** For the admins' pages: to everybody else they do not exist. */
export async function requireAdminCtx(path: string): Promise<Ctx> {
  const ctx = await requireCtx(path);
  if (!actsAsAdmin(ctx.actor)) notFound();
  return ctx;
}
