import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { accountEmail } from "@/lib/domain/account-email";
import type { ProviderSettings } from "@/lib/env";
import type { VerifiedIdentity } from "@/lib/services/accounts/admit-identity";
import { readGitHubProfile } from "./github-profile";

/** The used part of a provider's answer. */
export interface ProviderProfile {
  /** The provider's own id of the account. */
  subject: string;
  email?: string;
  emailVerified: boolean;
}

type Provider = OAuthConfig<ProviderProfile>;

/** The sign-in flows of the configured identity providers. */
export function buildProviders(settings: readonly ProviderSettings[]): Provider[] {
  return settings.map((each) => (each.id === "github" ? gitHub(each) : openIdConnect(each)));
}

/** The identity of a profile. An e-mail address that the provider has not verified is dropped. */
export function verifiedIdentity(provider: string, profile: ProviderProfile): VerifiedIdentity {
  const email = accountEmail.safeParse(profile.email);
  const counts = profile.emailVerified && email.success;
  return { provider, subject: profile.subject, email: counts ? email.data : null };
}

function gitHub(settings: ProviderSettings): Provider {
  return {
    ...common(settings),
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: "https://github.com/login/oauth/access_token",
    issuer: "https://github.com/login/oauth",
    userinfo: {
      url: "https://api.github.com/user",
      request: async ({ tokens }) => readGitHubProfile(tokens.access_token ?? ""),
    },
    checks: ["pkce", "state"],
  };
}

/** Claims of the id token and the userinfo endpoint. Many providers return the e-mail address only there. */
const claimsShape = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().optional().catch(undefined),
  // Some providers send a string.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
});

function openIdConnect(settings: ProviderSettings): Provider {
  const issuer = settings.issuer ?? "https://accounts.google.com";
  return {
    ...common(settings),
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      async request({ client, tokens }) {
        const hasMore = client.issuer.metadata.userinfo_endpoint !== undefined;
        // The client checks that both have the same subject.
        const more = hasMore ? await client.userinfo(tokens as Parameters<typeof client.userinfo>[0]) : {};
        const claims = claimsShape.parse({ ...idTokenClaims(tokens), ...more });
        return {
          // A subject is unique per issuer, and the configured issuer can change.
          subject: `${claims.iss} ${claims.sub}`,
          email: claims.email,
          emailVerified: claims.email_verified ?? false,
        } satisfies ProviderProfile;
      },
    },
  };
}

function idTokenClaims(tokens: unknown): object {
  return (tokens as { claims(): object }).claims();
}

function common({ id, label, clientId, clientSecret }: ProviderSettings) {
  return {
    id,
    name: label,
    type: "oauth",
    clientId,
    clientSecret,
    profile: ({ subject, email }: ProviderProfile) => ({ id: subject, email }),
  } as const;
}
