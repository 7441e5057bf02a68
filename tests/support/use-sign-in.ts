import { pino } from "pino";
import { afterEach, beforeEach, vi } from "vitest";
import { readSessionId } from "@/lib/auth/session-cookie";
import { audit } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import { type OidcProvider, type ProviderAccount, startOidcProvider } from "./start-oidc-provider";
import { type SignInServer, startSignInServer } from "./start-sign-in-server";
import { TestBrowser } from "./test-browser";
import { createTestPlatform, type TestPlatform } from "./test-platform";

/** The key of the installation's sessions. */
export const sessionSecret = "a-secret-of-more-than-thirty-two-characters";

/** An account of the provider with a verified address. */
export const verified = (name: string): ProviderAccount => ({
  subject: `id-of-${name}`,
  email: `${name}@example.com`,
  emailVerified: true,
});

/** An installation whose accounts sign in with a password or with an OIDC provider. */
class SignInInstallation {
  server!: SignInServer;
  provider!: OidcProvider;
  platform!: TestPlatform;
  admin!: Ctx;
  /** The lines of the app's log. */
  logged: string[] = [];

  async start(): Promise<void> {
    this.server = await startSignInServer(() => this.anyone());
    vi.stubEnv("NEXTAUTH_URL", this.server.origin);
    this.provider = await startOidcProvider(`${this.server.origin}/api/auth/callback/oidc`);
    this.install();
  }

  async stop(): Promise<void> {
    await Promise.all([this.server.close(), this.provider.close()]);
  }

  /** Replaces the installation by a new one with these variables. */
  install(env: Record<string, string> = {}): void {
    this.platform = createTestPlatform({
      env: {
        NEXTAUTH_URL: this.server.origin,
        NEXTAUTH_SECRET: sessionSecret,
        OIDC_ISSUER: this.provider.issuer,
        OIDC_CLIENT_ID: this.provider.clientId,
        OIDC_CLIENT_SECRET: this.provider.clientSecret,
        ...env,
      },
    });
    this.admin = this.platform.as("root@example.com", "admin");
    this.logged = [];
    this.platform.app.log = pino({ level: "trace" }, { write: (line) => void this.logged.push(line) });
  }

  /** A caller without an account. */
  anyone(): AnonymousCtx {
    return {
      app: this.platform.app,
      actor: null,
      origin: { requestId: "1", address: "127.0.0.1", userAgent: "tests" },
    };
  }

  /** Posts a form of next-auth and follows the redirects, up to `stopAt`. */
  async submit(browser: TestBrowser, path: string, fields: Record<string, string> = {}, stopAt?: string) {
    const csrf = await browser.request(`${this.server.origin}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const init = {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: this.server.origin }).toString(),
    };
    return browser.visit(`${this.server.origin}/api/auth/${path}`, init, stopAt);
  }

  /** The account of a Cookie header, or null. */
  async signedInWith(cookies: string): Promise<Actor | null> {
    const jar = cookies.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("=") };
    });
    const sessionId = await readSessionId({ getAll: () => jar }, this.platform.app.settings);
    return sessionId === null ? null : findSessionActor(this.platform.app, sessionId);
  }

  /** The account of a browser, or null. */
  signedIn(browser: TestBrowser): Promise<Actor | null> {
    return this.signedInWith(browser.cookies(this.server.origin));
  }

  /** Signs an account of the provider in. Returns its account here, and the error that the sign-in page shows. */
  async withProvider(who: ProviderAccount, browser = new TestBrowser()) {
    this.provider.who = who;
    const { path } = await this.submit(browser, "signin/oidc");
    const error = new URL(path.at(-1) ?? "").searchParams.get("error");
    return { email: (await this.signedIn(browser))?.email ?? null, error, path };
  }

  /** All audit entries, the oldest first. */
  audited() {
    return this.platform.app.db.select().from(audit).all();
  }
}

/** A new installation for each test of the file. */
export function useSignIn(): SignInInstallation {
  const installation = new SignInInstallation();
  beforeEach(() => installation.start());
  afterEach(() => installation.stop());
  return installation;
}
