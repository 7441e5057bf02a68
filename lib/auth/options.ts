import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { verifyCredentials } from "@/lib/services/accounts/verify-credentials";
import type { AnonymousCtx } from "@/lib/services/context";
import { sessionMaxAgeMs, startSession } from "@/lib/services/sessions/start-session";
import { authSecret, isSecure } from "./session-cookie";

/** Longer ones are refused before they cost a hash. */
const credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(256) });

/** The cookie names the session and nothing else: whose it is and what they may is looked up at each request. */
export function buildAuthOptions(ctx: AnonymousCtx): NextAuthOptions {
  const { app } = ctx;
  return {
    secret: authSecret(app.settings),
    useSecureCookies: isSecure(app.settings),
    session: { strategy: "jwt", maxAge: sessionMaxAgeMs / 1_000 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(input) {
          const parsed = credentials.safeParse(input);
          if (!parsed.success) return null;
          const userId = await verifyCredentials(app, parsed.data.email, parsed.data.password);
          return userId === null ? null : { id: userId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sessionId: startSession(ctx, { userId: user.id, method: "password" }) } : token,
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
