import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { verifyCredentials } from "@/lib/services/accounts/verify-credentials";
import type { Services } from "@/lib/services/context";
import { authSecret, isSecure, sessionMaxAgeSeconds } from "./session-cookie";

/** Longer ones are refused before they cost a hash. */
const credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(256) });

/** The session holds the user's id and nothing else: what the account may do is looked up at each request. */
export function buildAuthOptions(app: Services): NextAuthOptions {
  return {
    secret: authSecret(app.settings),
    useSecureCookies: isSecure(app.settings),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(input) {
          const parsed = credentials.safeParse(input);
          if (!parsed.success) return null;
          const actor = await verifyCredentials(app, parsed.data.email, parsed.data.password);
          return actor && { id: actor.userId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { userId: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
