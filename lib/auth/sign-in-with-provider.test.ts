import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { identities, links, sessions, users } from "@/lib/db/schema";
import { changeUser } from "@/lib/services/accounts/change-user";
import { invite } from "@/lib/services/accounts/invite";
import { register } from "@/lib/services/accounts/register";
import { authenticateToken, createToken } from "@/lib/services/accounts/tokens";
import { TestBrowser } from "@/tests/support/test-browser";
import { useSignIn, verified } from "@/tests/support/use-sign-in";

const password = "a long enough secret";
const signIn = useSignIn();

const accounts = () =>
  signIn.platform.app.db
    .select()
    .from(users)
    .all()
    .map(({ email }) => email);

describe("the first sign-in with a provider", () => {
  it("accepts the invitation and creates the invited account", async () => {
    const { invitation } = invite(signIn.admin, { email: "ann@example.com", role: "admin" });
    expect(await signIn.withProvider(verified("ann"))).toMatchObject({
      email: "ann@example.com",
      error: null,
    });
    expect(
      signIn.platform.app.db.select().from(users).where(eq(users.email, "ann@example.com")).get(),
    ).toMatchObject({
      role: "admin",
      passwordHash: null,
    });
    expect(signIn.platform.app.db.select().from(links).get()?.usedAt).not.toBeNull();
    expect(signIn.audited().map(({ action, via, credentialId }) => [action, via, credentialId])).toEqual([
      ["invite", "session", signIn.admin.actor.credential.id],
      ["redeemLink", "link", invitation.id],
      ["linkIdentity", "none", null],
      ["signIn", "session", expect.any(String)],
    ]);
    expect(
      signIn.platform.app.db
        .select()
        .from(sessions)
        .all()
        .map(({ method }) => method),
    ).toContain("oidc");
  });

  it("links the identity to the account with that address; later sign-ins use the provider's id", async () => {
    signIn.platform.as("ann@example.com");
    expect((await signIn.withProvider(verified("ann"))).email).toBe("ann@example.com");
    const renamed = { ...verified("ann"), email: "ann.smith@example.com", emailVerified: false };
    expect((await signIn.withProvider(renamed)).email).toBe("ann@example.com");
    expect(signIn.platform.app.db.select().from(identities).all()).toMatchObject([
      { provider: "oidc", subject: `${signIn.provider.issuer} id-of-ann`, email: "ann@example.com" },
    ]);
  });

  it.each([
    ["with an address that the provider has not verified", { emailVerified: false }],
    ["with an address without the field email_verified", { emailVerified: undefined }],
    ["without an address", { email: undefined }],
  ])("%s is refused, also if the address has an account", async (_what, lack) => {
    signIn.platform.as("ann@example.com");
    expect(await signIn.withProvider({ ...verified("ann"), ...lack })).toMatchObject({
      email: null,
      error: "unverified",
    });
    expect(signIn.platform.app.db.select().from(identities).all()).toEqual([]);
    expect(signIn.audited()).toMatchObject([
      { action: "signIn", result: "forbidden", detail: { method: "oidc", reason: "unverified" } },
    ]);
  });

  it("is refused without an invitation", async () => {
    expect(await signIn.withProvider(verified("mallory"))).toMatchObject({ email: null, error: "uninvited" });
    expect(accounts()).toEqual(["root@example.com"]);
  });

  it("creates an account if registration is open", async () => {
    signIn.install({ OPEN_REGISTRATION: "true" });
    expect((await signIn.withProvider(verified("ann"))).email).toBe("ann@example.com");
  });

  it("is refused before the first admin exists", async () => {
    signIn.install({ OPEN_REGISTRATION: "true" });
    signIn.platform.app.db.delete(users).run();
    expect((await signIn.withProvider(verified("ann"))).error).toBe("not-set-up");
  });

  it("locks out the user who registered the address without owning it", async () => {
    signIn.install({ OPEN_REGISTRATION: "true" });
    await register(signIn.anyone(), { email: "ann@example.com", password });
    const squatter = new TestBrowser();
    await signIn.submit(squatter, "callback/credentials", { email: "ann@example.com", password });
    const account = await signIn.signedIn(squatter);
    const token = createToken(signIn.platform.app, account?.userId ?? "", {
      name: "t",
      scope: "write",
    }).token;

    expect((await signIn.withProvider(verified("ann"))).email).toBe("ann@example.com");
    expect(await signIn.signedIn(squatter)).toBeNull();
    expect(authenticateToken(signIn.platform.app, token)).toBeNull();
    await signIn.submit(squatter, "callback/credentials", { email: "ann@example.com", password });
    expect(await signIn.signedIn(squatter)).toBeNull();
  });
});

describe("a user of a provider whose account is disabled", () => {
  it("is refused, with and without a linked identity", async () => {
    const ann = signIn.platform.as("ann@example.com");
    changeUser(signIn.admin, ann.actor.userId, { disabled: true });
    expect((await signIn.withProvider(verified("ann"))).error).toBe("disabled");
    changeUser(signIn.admin, ann.actor.userId, { disabled: false });
    expect((await signIn.withProvider(verified("ann"))).email).toBe("ann@example.com");
    changeUser(signIn.admin, ann.actor.userId, { disabled: true });
    expect((await signIn.withProvider(verified("ann"))).error).toBe("disabled");
  });
});

describe("the provider's answer", () => {
  it("is refused in a browser that did not start the sign-in", async () => {
    signIn.platform.as("ann@example.com");
    signIn.provider.who = verified("ann");
    const asking = new TestBrowser();
    const { path } = await signIn.submit(asking, "signin/oidc", {}, "/api/auth/callback/oidc");
    const answer = path.at(-1) ?? "";
    expect(new URL(answer).searchParams.get("code")).not.toBeNull();
    const other = new TestBrowser();
    await signIn.submit(other, "signin/oidc", {}, "/api/auth/callback/oidc");
    await other.visit(answer);
    expect(await signIn.signedIn(other)).toBeNull();
    await asking.visit(answer);
    expect((await signIn.signedIn(asking))?.email).toBe("ann@example.com");
  });

  it("is reported as missing on the sign-in page if the provider is unreachable", async () => {
    await signIn.provider.close();
    expect(await signIn.withProvider(verified("ann"))).toMatchObject({ email: null, error: "OAuthSignin" });
  });
});
