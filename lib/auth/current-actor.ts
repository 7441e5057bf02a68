import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { getApp } from "@/lib/boot";
import type { Actor } from "@/lib/domain/actor";
import { findActor } from "@/lib/services/accounts/find-actor";
import type { Ctx } from "@/lib/services/context";
import { readSessionUserId } from "./session-cookie";

/** Who looks at this page; looked up once a request. */
export const findCurrentActor = cache(async (): Promise<Actor | null> => {
  const app = getApp();
  const userId = await readSessionUserId(await cookies(), app.settings);
  return userId === null ? null : findActor(app, userId);
});

/** For pages: who is not signed in goes to sign in, and comes back to `path`. */
export async function requireCtx(path: string): Promise<Ctx> {
  const actor = await findCurrentActor();
  if (actor === null)
    redirect(path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return { app: getApp(), actor };
}
