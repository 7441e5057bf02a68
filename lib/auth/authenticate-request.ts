import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { authenticateToken } from "@/lib/services/accounts/tokens";
import type { AppContext } from "@/lib/services/app-context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import { parseCookies } from "./parse-cookies";
import { readSessionId } from "./session-cookie";

/**
 * The account of a request: by its API token if it has one, otherwise by its session cookie. An invalid token is
 * refused even beside a valid cookie. Throws AppError `unauthenticated`.
 */
export async function authenticateRequest(request: Request, app: AppContext): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(sy_[\w-]+) *$/i.exec(authorization)?.[1];
    const actor = token === undefined ? null : authenticateToken(app, token);
    if (actor) return actor;
    throw new AppError(
      "unauthenticated",
      "This API token is not valid. Create a new one and send it as Authorization: Bearer sy_….",
    );
  }
  const cookies = parseCookies(request.headers.get("cookie"));
  const sessionId = await readSessionId({ getAll: () => cookies }, app.settings);
  const actor = sessionId === null ? null : findSessionActor(app, sessionId);
  if (actor) return actor;
  throw new AppError("unauthenticated", "Sign in, or send an API token as Authorization: Bearer sy_….");
}
