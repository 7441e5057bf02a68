import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { audit, identities, links, sessions, users } from "@/lib/db/schema";
import { changeUser } from "@/lib/services/accounts/change-user";
import { invite } from "@/lib/services/accounts/invite";
import { hashPassword } from "@/lib/services/accounts/password-hash";
import { register } from "@/lib/services/accounts/register";
import { authenticateToken, createToken } from "@/lib/services/accounts/tokens";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { findSessionActor } from "@/lib/services/sessions/find-session-actor";
import {
  type OidcProvider,
  type ProviderAccount,
  startOidcProvider,
} from "@/tests/support/start-oidc-provider";
import { type SignInServer, startSignInServer } from "@/tests/support/start-sign-in-server";
import { TestBrowser } from "@/tests/support/test-browser";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { readSessionId } from "./session-cookie";

const secret = "a-secret-of-more-than-thirty-two-characters";
const password = "a long enough secret";
const verified = (name: string): ProviderAccount => ({
  subject: `id-of-${name}`,
  email: `${name}@example.com`,
  emailVerified: true,
});

let server: SignInServer;
let provider: OidcProvider;
let platform: TestPlatform;
let admin: Ctx;
let logged: string[];

beforeEach(async () => {
  server = await startSignInServer(anyone);
  vi.stubEnv("NEXTAUTH_URL", server.origin);
  provider = await startOidcProvider(`${server.origin}/api/auth/callback/oidc`);
  install();
});

afterEach(async () => {
  await Promise.all([server.close(), provider.close()]);
});

function install(env: Record<string, string> = {}): void {
  platform = createTestPlatform({
    env: {
      NEXTAUTH_URL: server.origin,
      NEXTAUTH_SECRET: secret,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      ...env,
    },
  });
  admin = platform.as("root@example.com", "admin");
  logged = [];
  platform.app.log = pino({ level: "trace" }, { write: (line) => void logged.push(line) });
}

function anyone(): AnonymousCtx {
  return {
    app: platform.app,
    actor: null,
    origin: { requestId: "1", address: "127.0.0.1", userAgent: "tests" },
  };
}

async function submit(
  browser: TestBrowser,
  path: string,
  fields: Record<string, string> = {},
  stopAt?: string,
) {
  const csrf = await browser.request(`${server.origin}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const init = {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: server.origin }).toString(),
  };
  return browser.visit(`${server.origin}/api/auth/${path}`, init, stopAt);
}

async function signedInWith(cookies: string) {
  const jar = cookies.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("=") };
  });
  const sessionId = await readSessionId({ getAll: () => jar }, platform.app.settings);
  return sessionId === null ? null : findSessionActor(platform.app, sessionId);
}

const signedIn = (browser: TestBrowser) => signedInWith(browser.cookies(server.origin));

/** Signs somebody in with the provider: who they are here then, and the error that the sign-in page was opened with. */
async function signInAs(who: ProviderAccount, browser = new TestBrowser()) {
  provider.who = who;
  const { path } = await submit(browser, "signin/oidc");
  const error = new URL(path.at(-1) ?? "").searchParams.get("error");
  return { email: (await signedIn(browser))?.email ?? null, error, path };
}

const audited = () => platform.app.db.select().from(audit).all();
const accounts = () =>
  platform.app.db
    .select()
    .from(users)
    .all()
    .map(({ email }) => email);

describe("the first sign-in with a provider", () => {
  it("accepts the invitation and creates the invited account", async () => {
    const { invitation } = invite(admin, { email: "ann@example.com", role: "admin" });
    expect(await signInAs(verified("ann"))).toMatchObject({ email: "ann@example.com", error: null });
    expect(
      platform.app.db.select().from(users).where(eq(users.email, "ann@example.com")).get(),
    ).toMatchObject({
      role: "admin",
      passwordHash: null,
    });
    expect(platform.app.db.select().from(links).get()?.usedAt).not.toBeNull();
    expect(audited().map(({ action, via, credentialId }) => [action, via, credentialId])).toEqual([
      ["invite", "session", admin.actor.credential.id],
      ["redeemLink", "link", invitation.id],
      ["linkIdentity", "none", null],
      ["signIn", "session", expect.any(String)],
    ]);
    expect(
      platform.app.db
        .select()
        .from(sessions)
        .all()
        .map(({ method }) => method),
    ).toContain("oidc");
  });

  it("links the identity to the account with that address; later sign-ins use the provider's id", async () => {
    platform.as("ann@example.com");
    expect((await signInAs(verified("ann"))).email).toBe("ann@example.com");
    const renamed = { ...verified("ann"), email: "ann.smith@example.com", emailVerified: false };
    expect((await signInAs(renamed)).email).toBe("ann@example.com");
    expect(platform.app.db.select().from(identities).all()).toMatchObject([
      { provider: "oidc", subject: `${provider.issuer} id-of-ann`, email: "ann@example.com" },
    ]);
  });

  it.each([
    ["with an address that the provider has not verified", { emailVerified: false }],
    ["with an address without the field email_verified", { emailVerified: undefined }],
    ["without an address", { email: undefined }],
  ])("%s is refused, also if the address has an account", async (_what, lack) => {
    platform.as("ann@example.com");
    expect(await signInAs({ ...verified("ann"), ...lack })).toMatchObject({
      email: null,
      error: "unverified",
    });
    expect(platform.app.db.select().from(identities).all()).toEqual([]);
    expect(audited()).toMatchObject([
      { action: "signIn", result: "forbidden", detail: { method: "oidc", reason: "unverified" } },
    ]);
  });

  it("is refused without an invitation", async () => {
    expect(await signInAs(verified("mallory"))).toMatchObject({ email: null, error: "uninvited" });
    expect(accounts()).toEqual(["root@example.com"]);
  });

  it("creates an account if registration is open", async () => {
    install({ OPEN_REGISTRATION: "true" });
    expect((await signInAs(verified("ann"))).email).toBe("ann@example.com");
  });

  it("is refused before the first admin exists", async () => {
    install({ OPEN_REGISTRATION: "true" });
    platform.app.db.delete(users).run();
    expect((await signInAs(verified("ann"))).error).toBe("not-set-up");
  });

  it("locks out the user who registered the address without owning it", async () => {
    install({ OPEN_REGISTRATION: "true" });
    await register(anyone(), { email: "ann@example.com", password });
    const squatter = new TestBrowser();
    await submit(squatter, "callback/credentials", { email: "ann@example.com", password });
    const account = await signedIn(squatter);
    const token = createToken(platform.app, account?.userId ?? "", { name: "t", scope: "write" }).token;

    expect((await signInAs(verified("ann"))).email).toBe("ann@example.com");
    expect(await signedIn(squatter)).toBeNull();
    expect(authenticateToken(platform.app, token)).toBeNull();
    await submit(squatter, "callback/credentials", { email: "ann@example.com", password });
    expect(await signedIn(squatter)).toBeNull();
  });
});

describe("a user of a provider whose account is disabled", () => {
  it("is refused, with and without a linked identity", async () => {
    const ann = platform.as("ann@example.com");
    changeUser(admin, ann.actor.userId, { disabled: true });
    expect((await signInAs(verified("ann"))).error).toBe("disabled");
    changeUser(admin, ann.actor.userId, { disabled: false });
    expect((await signInAs(verified("ann"))).email).toBe("ann@example.com");
    changeUser(admin, ann.actor.userId, { disabled: true });
    expect((await signInAs(verified("ann"))).error).toBe("disabled");
  });
});

describe("the provider's answer", () => {
  it("is refused in a browser that did not start the sign-in", async () => {
    platform.as("ann@example.com");
    provider.who = verified("ann");
    const asking = new TestBrowser();
    const { path } = await submit(asking, "signin/oidc", {}, "/api/auth/callback/oidc");
    const answer = path.at(-1) ?? "";
    expect(new URL(answer).searchParams.get("code")).not.toBeNull();
    const other = new TestBrowser();
    await submit(other, "signin/oidc", {}, "/api/auth/callback/oidc");
    await other.visit(answer);
    expect(await signedIn(other)).toBeNull();
    await asking.visit(answer);
    expect((await signedIn(asking))?.email).toBe("ann@example.com");
  });

  it("is reported as missing on the sign-in page if the provider is unreachable", async () => {
    await provider.close();
    expect(await signInAs(verified("ann"))).toMatchObject({ email: null, error: "OAuthSignin" });
  });
});

describe("a sign-in with a password", () => {
  async function withPassword() {
    const ann = platform.as("ann@example.com");
    const passwordHash = await hashPassword(password);
    platform.app.db.update(users).set({ passwordHash }).where(eq(users.id, ann.actor.userId)).run();
    return ann;
  }

  async function trySignIn(email: string, given: string) {
    const browser = new TestBrowser();
    const { path } = await submit(browser, "callback/credentials", { email, password: given });
    const error = new URL(path.at(-1) ?? "").searchParams.get("error");
    return { email: (await signedIn(browser))?.email ?? null, error };
  }

  it("succeeds, whatever the letter case of the address", async () => {
    await withPassword();
    expect(await trySignIn(" Ann@Example.com", password)).toEqual({ email: "ann@example.com", error: null });
    expect(audited()).toMatchObject([{ action: "signIn", result: "ok", actorEmail: "ann@example.com" }]);
  });

  it.each([
    ["a wrong password", "ann@example.com", "not the password", "ann@example.com"],
    ["an unknown address", "bob@example.com", password, "bob@example.com"],
    ["a password in the field for the address", password, password, "not an e-mail address"],
  ])("%s is refused with the same error and audited", async (_what, email, given, target) => {
    await withPassword();
    expect(await trySignIn(email, given)).toEqual({ email: null, error: "CredentialsSignin" });
    expect(audited()).toMatchObject([
      { action: "signIn", result: "unauthenticated", target, targetId: null, detail: { method: "password" } },
    ]);
  });

  it("is refused for a disabled account and for an account without a password", async () => {
    const ann = await withPassword();
    changeUser(admin, ann.actor.userId, { disabled: true });
    expect((await trySignIn("ann@example.com", password)).error).toBe("CredentialsSignin");
    changeUser(admin, ann.actor.userId, { disabled: false });
    platform.app.db.update(users).set({ passwordHash: null }).where(eq(users.id, ann.actor.userId)).run();
    expect((await trySignIn("ann@example.com", "nobody's password")).error).toBe("CredentialsSignin");
  });
});

describe("signing out", () => {
  it("ends the session: a copy of its cookie is refused", async () => {
    platform.as("ann@example.com");
    const browser = new TestBrowser();
    await signInAs(verified("ann"), browser);
    const copy = browser.cookies(server.origin);
    expect(await signedInWith(copy)).not.toBeNull();
    await submit(browser, "signout");
    expect(await signedInWith(copy)).toBeNull();
    expect(audited().at(-1)).toMatchObject({ action: "signOut", actorEmail: "ann@example.com" });
  });
});

describe("the log", () => {
  it("contains the errors and no secrets", async () => {
    platform.as("ann@example.com");
    const { path } = await signInAs(verified("ann"));
    const callback = path.find((url) => url.includes("/api/auth/callback/oidc")) ?? "";
    await new TestBrowser().visit(callback);
    await provider.close();
    await signInAs(verified("ann"));
    const lines = logged.join("");
    expect(lines).toContain("OAUTH_CALLBACK_ERROR");
    expect(lines).toContain("SIGNIN_OAUTH_ERROR");
    const code = new URL(callback).searchParams.get("code") ?? "";
    expect(code).not.toBe("");
    for (const kept of [code, provider.clientSecret, secret]) expect(lines).not.toContain(kept);
  });
});
