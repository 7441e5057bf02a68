import { NextRequest } from "next/server";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { authenticateToken } from "@/lib/services/accounts/tokens";
import type { AppContext } from "@/lib/services/app-context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import { readSessionId } from "./session-cookie";

/**
 * Who a request is from: an API token where one is sent, else the session cookie.
 * A token that is not valid is refused even beside a valid cookie: its sender meant the token.
 */
export async function authenticateRequest(request: Request, app: AppContext): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(sy_[\w-]+) *$/i.exec(authorization)?.[1];
    const actor = token === undefined ? null : authenticateToken(app, token);
    if (actor) return actor;
    throw new AppError(
      "unauthenticated",
      "This API token is not valid. Make a new one and send it as Authorization: Bearer sy_….",
    );
  }
  const { cookies } = new NextRequest(request.url, { headers: request.headers });
  const sessionId = await readSessionId(cookies, app.settings);
  const actor = sessionId === null ? null : findSessionActor(app, sessionId);
  if (actor) return actor;
  throw new AppError("unauthenticated", "Sign in, or send an API token as Authorization: Bearer sy_….");
}
