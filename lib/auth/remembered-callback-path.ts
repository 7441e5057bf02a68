import { cookies } from "next/headers";
import type { Settings } from "@/lib/env";
import { callbackPath } from "./callback-path";
import { isSecure } from "./session-cookie";

/** The page to open after signing in, as next-auth has kept it since the attempt that failed. */
export async function rememberedCallbackPath(settings: Settings): Promise<string> {
  const name = `${isSecure(settings) ? "__Secure-" : ""}next-auth.callback-url`;
  const kept = (await cookies()).get(name)?.value;
  return callbackPath(kept, new URL(settings.auth.url).origin);
}
