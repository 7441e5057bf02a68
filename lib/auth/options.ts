import type { LoggerInstance, NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { Logger } from "pino";
import { z } from "zod";
import { type Admission, admitIdentity } from "@/lib/services/accounts/admit-identity";
import { verifyCredentials } from "@/lib/services/accounts/verify-credentials";
import type { AnonymousCtx } from "@/lib/services/app-context";
import { signOut } from "@/lib/services/sessions/sign-out";
import { sessionMaxAgeMs, startSession } from "@/lib/services/sessions/start-session";
import { buildProviders, type ProviderProfile, verifiedIdentity } from "./providers";
import { authSecret, isSecure } from "./session-cookie";

/** Longer values are refused before they are hashed. */
const credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(256) });

/** next-auth's options for one request. The cookie contains the session id only; each request looks up its account. */
export function buildAuthOptions(ctx: AnonymousCtx): NextAuthOptions {
  const { settings, log } = ctx.app;
  let admission: Admission | undefined;
  return {
    secret: authSecret(settings),
    useSecureCookies: isSecure(settings),
    session: { strategy: "jwt", maxAge: sessionMaxAgeMs / 1_000 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(input) {
          const parsed = credentials.safeParse(input);
          if (!parsed.success) return null;
          const userId = await verifyCredentials(ctx, parsed.data.email, parsed.data.password);
          return userId === null ? null : { id: userId };
        },
      }),
      ...buildProviders(settings.auth.providers),
    ],
    callbacks: {
      signIn({ user, account, profile }) {
        admission =
          account?.type === "oauth"
            ? admitIdentity(ctx, verifiedIdentity(account.provider, profile as ProviderProfile))
            : { userId: user.id };
        return "refused" in admission ? `/sign-in?error=${admission.refused}` : true;
      },
      jwt({ token, account }) {
        if (!account || !admission || "refused" in admission) return token;
        const method = account.type === "oauth" ? account.provider : "password";
        return { sessionId: startSession(ctx, { userId: admission.userId, method }) };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut({ token }) {
        if (typeof token?.sessionId === "string") signOut(ctx, token.sessionId);
      },
    },
    logger: buildLogger(log),
  };
}

/** Logs the reason of a failure and nothing of the request: no codes, tokens or client secrets. */
function buildLogger(log: Logger): LoggerInstance {
  return {
    error(code: string, metadata: { message?: string; error?: { message?: string }; providerId?: string }) {
      const reason = metadata.message ?? metadata.error?.message;
      log.warn({ code, reason, provider: metadata.providerId }, "Sign-in failed");
    },
    warn: (code: string) => log.warn({ code }, "next-auth warning"),
    debug: () => {},
  };
}
