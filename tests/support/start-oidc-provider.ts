import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { createOidcMemory } from "./oidc-memory";

/** A user with an account at the provider. */
export interface ProviderAccount {
  subject: string;
  email?: string;
  emailVerified?: boolean;
}

export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The app's callback address. Set it before the first sign-in. */
  redirectUri: string;
  /** The user in front of the browser: already signed in, and agrees to everything. */
  who: ProviderAccount;
  close(): Promise<void>;
}

/**
 * A real OpenID Connect provider on loopback. Like many, it returns the e-mail address only at its userinfo endpoint.
 */
export async function startOidcProvider(redirectUri = ""): Promise<OidcProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started: OidcProvider = {
    issuer,
    clientId: "storeyard",
    clientSecret: randomBytes(24).toString("hex"),
    redirectUri,
    who: { subject: "nobody" },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  let provider: Provider | undefined;
  server.on("request", (request, response) => {
    provider ??= buildProvider(started);
    if (!request.url?.startsWith("/interaction/")) return provider.callback()(request, response);
    agree(provider, started.who, request, response).catch((error) =>
      response.writeHead(500).end(String(error)),
    );
  });
  return started;
}

function buildProvider(started: OidcProvider): Provider {
  return new Provider(started.issuer, {
    clients: [
      {
        client_id: started.clientId,
        client_secret: started.clientSecret,
        redirect_uris: [started.redirectUri],
      },
    ],
    adapter: createOidcMemory(),
    jwks: { keys: [makeKey()] },
    cookies: { keys: [randomBytes(24).toString("hex")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: started.who.email, email_verified: started.who.emailVerified }),
    }),
  });
}

async function agree(
  provider: Provider,
  who: ProviderAccount,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    return provider.interactionFinished(request, response, { login: { accountId: who.subject } });
  }
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: params.client_id });
  grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(" "));
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

function makeKey(): object {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return { ...privateKey.export({ format: "jwk" }), kid: "tests", use: "sig", alg: "RS256" };
}
