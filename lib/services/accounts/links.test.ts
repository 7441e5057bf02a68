import { existsSync, readFileSync, statSync } from "node:fs";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit, links, sessions, users } from "@/lib/db/schema";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { createTestPlatform } from "@/tests/support/test-platform";
import { changeUser } from "./change-user";
import { createAdminToken } from "./create-admin-token";
import { createFirstAdmin } from "./create-first-admin";
import { createPasswordLink } from "./create-password-link";
import { ensureFirstAdmin } from "./ensure-first-admin";
import { getSignInOptions } from "./get-sign-in-options";
import { invite } from "./invite";
import { listInvitations } from "./list-invitations";
import { lookUpLink } from "./look-up-link";
import { redeemLink } from "./redeem-link";
import { revokeInvitation } from "./revoke-invitation";
import { authenticateToken } from "./tokens";
import { verifyCredentials } from "./verify-credentials";

const password = "a long enough secret";
const refusal = (code: string, field?: string) =>
  expect.objectContaining(field === undefined ? { code } : { code, field });
const secretOf = (link: string) => new URL(link).hash.slice(1);

function anyone({ app, origin }: Ctx): AnonymousCtx {
  return { app, origin, actor: null };
}

function withAdmin() {
  const platform = createTestPlatform();
  const admin = platform.as("root@example.com", "admin");
  return { ...platform, admin, anyone: anyone(admin) };
}

describe("the first admin", () => {
  async function started(env: Record<string, string> = {}) {
    const { app } = createTestPlatform({ env });
    await ensureFirstAdmin(app.db, app.settings);
    const ctx: AnonymousCtx = {
      app,
      actor: null,
      origin: { requestId: "1", address: null, userAgent: null },
    };
    const readLink = () => readFileSync(app.settings.setUpFile, "utf8").trim();
    return { app, ctx, readLink };
  }

  it("is created once, with the link in a file that no other system user can read", async () => {
    const { app, ctx, readLink } = await started();
    expect(statSync(app.settings.setUpFile).mode & 0o777).toBe(0o600);
    expect(getSignInOptions(ctx).needsSetup).toBe(true);
    const secret = secretOf(readLink());
    expect(lookUpLink(ctx, secret)).toMatchObject({ kind: "setup", email: null, role: "admin" });

    const asked = { secret, email: "ann@example.com", password };
    await expect(redeemLink(ctx, { secret, password })).rejects.toThrow(refusal("invalid", "email"));
    const [one, two] = await Promise.allSettled([redeemLink(ctx, asked), redeemLink(ctx, asked)]);
    expect([one.status, two.status].sort()).toEqual(["fulfilled", "rejected"]);

    expect(app.db.select().from(users).all()).toMatchObject([{ email: "ann@example.com", role: "admin" }]);
    expect(await verifyCredentials(ctx, "Ann@example.com ", password)).not.toBeNull();
    expect(existsSync(app.settings.setUpFile)).toBe(false);
    expect(getSignInOptions(ctx).needsSetup).toBe(false);
  });

  it("is created only with the newest link: each start creates a new one", async () => {
    const { app, ctx, readLink } = await started();
    const older = secretOf(readLink());
    await ensureFirstAdmin(app.db, app.settings);
    expect(secretOf(readLink())).not.toBe(older);
    expect(() => lookUpLink(ctx, older)).toThrow(refusal("not_found"));
    expect(lookUpLink(ctx, secretOf(readLink())).kind).toBe("setup");
  });

  it("is created by npm run token without a browser, with a link to set the password", async () => {
    const { app, ctx, readLink } = await started();
    const setUpSecret = secretOf(readLink());
    expect(() => createAdminToken(app.db)).toThrow(refusal("not_found"));

    const link = createFirstAdmin(app.db, app.settings, "ann@example.com");
    expect(authenticateToken(app, createAdminToken(app.db, "ann@example.com"))).toMatchObject({
      email: "ann@example.com",
      role: "admin",
    });
    expect(existsSync(app.settings.setUpFile)).toBe(false);
    expect(() => lookUpLink(ctx, setUpSecret)).toThrow(refusal("not_found"));
    expect(await redeemLink(ctx, { secret: secretOf(link), password })).toEqual({ email: "ann@example.com" });
    expect(await verifyCredentials(ctx, "ann@example.com", password)).not.toBeNull();

    expect(() => createFirstAdmin(app.db, app.settings, "eve@example.com")).toThrow(refusal("conflict"));
    expect(() => createAdminToken(app.db, "eve@example.com")).toThrow(refusal("not_found"));
  });

  it("comes from the environment if it names one, without a link", async () => {
    const { app, ctx, readLink } = await started();
    const secret = secretOf(readLink());
    const admin = { email: "boss@example.com", password };
    await ensureFirstAdmin(app.db, { ...app.settings, admin });
    expect(app.db.select().from(users).all()).toMatchObject([{ email: "boss@example.com", role: "admin" }]);
    expect(existsSync(app.settings.setUpFile)).toBe(false);
    expect(() => lookUpLink(ctx, secret)).toThrow(refusal("not_found"));
  });

  it("cannot have a commonly used password, not from the environment either", async () => {
    await expect(started({ ADMIN_PASSWORD: "Qwertyuiop" })).rejects.toThrow(
      refusal("invalid", "ADMIN_PASSWORD"),
    );
  });
});

describe("an invitation", () => {
  it("creates the invited account with its role, once", async () => {
    const { app, admin, anyone } = withAdmin();
    const { invitation, link } = invite(admin, { email: "bob@example.com", role: "member" });
    expect(link).toMatch(/^http:\/\/localhost:3000\/join#[\w-]{43}$/);
    expect(listInvitations(admin)).toEqual([invitation]);
    const secret = secretOf(link);
    expect(lookUpLink(anyone, secret)).toMatchObject({ kind: "invitation", email: "bob@example.com" });

    const asked = { secret, email: "mallory@example.com", password };
    expect(await redeemLink(anyone, asked)).toEqual({ email: "bob@example.com" });
    const bob = app.db.select().from(users).where(eq(users.email, "bob@example.com")).get();
    expect(bob?.role).toBe("member");
    await expect(redeemLink(anyone, asked)).rejects.toThrow(refusal("not_found"));
    expect(listInvitations(admin)).toEqual([]);
    expect(app.db.select().from(audit).all()).toMatchObject([
      { action: "invite", actorEmail: "root@example.com", target: "bob@example.com" },
      { action: "redeemLink", via: "link", credentialId: invitation.id, target: "bob@example.com" },
    ]);
  });

  it("is invalid after a newer invitation or a revocation", async () => {
    const { admin, anyone } = withAdmin();
    const asked = { email: "bob@example.com", role: "member" } as const;
    const first = invite(admin, asked);
    const second = invite(admin, asked);
    expect(() => lookUpLink(anyone, secretOf(first.link))).toThrow(refusal("not_found"));
    revokeInvitation(admin, second.invitation.id);
    expect(() => lookUpLink(anyone, secretOf(second.link))).toThrow(refusal("not_found"));
    expect(() => revokeInvitation(admin, second.invitation.id)).toThrow(refusal("not_found"));
  });

  it("that expired is invalid and not listed", () => {
    const { app, admin, anyone } = withAdmin();
    const { link } = invite(admin, { email: "bob@example.com", role: "member" });
    app.db
      .update(links)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .run();
    expect(() => lookUpLink(anyone, secretOf(link))).toThrow(refusal("not_found"));
    expect(listInvitations(admin)).toEqual([]);
  });

  it("is refused for an address that has an account", async () => {
    const { admin, as, anyone } = withAdmin();
    const { link } = invite(admin, { email: "bob@example.com", role: "member" });
    as("bob@example.com");
    expect(() => invite(admin, { email: "bob@example.com", role: "member" })).toThrow(
      refusal("conflict", "email"),
    );
    await expect(redeemLink(anyone, { secret: secretOf(link), password })).rejects.toThrow(
      refusal("conflict", "email"),
    );
  });

  it("stays valid when the password is refused", async () => {
    const { admin, anyone } = withAdmin();
    const { link } = invite(admin, { email: "bob@example.com", role: "member" });
    const secret = secretOf(link);
    for (const weak of ["short", "PASSWORD123", "bob@example.com", "x".repeat(257)]) {
      await expect(redeemLink(anyone, { secret, password: weak })).rejects.toThrow(
        refusal("invalid", "password"),
      );
    }
    expect(await redeemLink(anyone, { secret, password })).toEqual({ email: "bob@example.com" });
  });

  it("can only be created, listed and revoked by admins", () => {
    const { as } = withAdmin();
    const bob = as("bob@example.com");
    for (const attempt of [
      () => invite(bob, { email: "x@example.com", role: "admin" }),
      () => listInvitations(bob),
      () => revokeInvitation(bob, "1"),
      () => createPasswordLink(bob, bob.actor.userId),
    ]) {
      expect(attempt).toThrow(refusal("forbidden"));
    }
  });
});

describe("a link for a new password", () => {
  it("sets it once and ends all sessions of the account", async () => {
    const { app, admin, anyone, as } = withAdmin();
    const bob = as("bob@example.com");
    let rings = 0;
    app.accessChanges.subscribe(() => rings++);
    const secret = secretOf(createPasswordLink(admin, bob.actor.userId).link);
    expect(await redeemLink(anyone, { secret, password })).toEqual({ email: "bob@example.com" });
    expect(await verifyCredentials(anyone, "bob@example.com", password)).toBe(bob.actor.userId);
    expect(app.db.select().from(sessions).where(eq(sessions.userId, bob.actor.userId)).all()).toEqual([]);
    expect(rings).toBe(1);
    await expect(redeemLink(anyone, { secret, password })).rejects.toThrow(refusal("not_found"));
  });

  it("that is used twice concurrently sets one password", async () => {
    const { admin, anyone, as } = withAdmin();
    const { userId } = as("bob@example.com").actor;
    const secret = secretOf(createPasswordLink(admin, userId).link);
    const results = await Promise.allSettled(
      [password, "another long secret"].map((chosen) => redeemLink(anyone, { secret, password: chosen })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("does not work for a disabled account", async () => {
    const { admin, anyone, as } = withAdmin();
    const bob = as("bob@example.com");
    const { link } = createPasswordLink(admin, bob.actor.userId);
    changeUser(admin, bob.actor.userId, { disabled: true });
    await expect(redeemLink(anyone, { secret: secretOf(link), password })).rejects.toThrow(
      refusal("forbidden"),
    );
    expect(() => createPasswordLink(admin, bob.actor.userId)).toThrow(refusal("conflict"));
  });
});
