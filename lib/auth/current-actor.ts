import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import { getApp } from "@/lib/get-app";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import { withCallback } from "./callback-path";
import { requestOrigin } from "./request-origin";
import { requestedPage } from "./requested-page";
import { readSessionId } from "./session-cookie";

/** The account that requests this page, looked up once per request. */
export const findCurrentActor = cache(async (): Promise<Actor | null> => {
  const app = getApp();
  const sessionId = await readSessionId(await cookies(), app.settings);
  return sessionId === null ? null : findSessionActor(app, sessionId);
});

/** The context of the services for this page, with or without an account. */
export async function getVisitorCtx(): Promise<Ctx | AnonymousCtx> {
  const app = getApp();
  const origin = requestOrigin(await headers(), app.settings.trustedProxies);
  return { app, actor: await findCurrentActor(), origin } as Ctx | AnonymousCtx;
}

/** The context of the services for this page; null without an account. */
export async function findCurrentCtx(): Promise<Ctx | null> {
  const ctx = await getVisitorCtx();
  return ctx.actor === null ? null : ctx;
}

/** The context for a page that needs an account. Without one, redirects to the sign-in page, which leads back. */
export async function requireCtx(): Promise<Ctx> {
  const ctx = await findCurrentCtx();
  if (ctx === null) redirect(withCallback("/sign-in", requestedPage(await headers())));
  return ctx;
}

/** The context for an admin page. Everyone else gets 404. */
export async function requireAdminCtx(): Promise<Ctx> {
  const ctx = await requireCtx();
  if (!actsAsAdmin(ctx.actor)) notFound();
  return ctx;
}
