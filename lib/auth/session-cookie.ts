import { getToken } from "next-auth/jwt";
import type { Settings } from "@/lib/env";

export function isSecure(settings: Settings): boolean {
  return settings.auth.url.startsWith("https://");
}

export function authSecret(settings: Settings): string {
  if (settings.auth.secret === undefined) throw new Error("There is no secret to sign sessions with.");
  return settings.auth.secret;
}

interface CookieJar {
  getAll(): { name: string; value: string }[];
}

/** The session that a cookie names; null where there is none, it ran out, or it isn't ours. */
export async function readSessionId(cookies: CookieJar, settings: Settings): Promise<string | null> {
  const token = await getToken({
    req: { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"],
    secret: authSecret(settings),
    secureCookie: isSecure(settings),
  });
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}
