import { getToken } from "next-auth/jwt";
import type { Settings } from "@/lib/env";

export function isSecure(settings: Settings): boolean {
  return settings.auth.url.startsWith("https://");
}

export function authSecret(settings: Settings): string {
  if (settings.auth.secret === undefined) throw new Error("NEXTAUTH_SECRET is not set.");
  return settings.auth.secret;
}

interface CookieJar {
  getAll(): { name: string; value: string }[];
}

/** The session id of the session cookie; null if the cookie is missing, expired or not signed by this app. */
export async function readSessionId(cookies: CookieJar, settings: Settings): Promise<string | null> {
  const token = await getToken({
    req: { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"],
    secret: authSecret(settings),
    secureCookie: isSecure(settings),
  });
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}
