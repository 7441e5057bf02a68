import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit } from "@/lib/db/schema";
import { createTestPlatform } from "@/tests/support/test-platform";
import { changeUser } from "./change-user";
import { createAdminToken } from "./create-admin-token";
import { createMyToken } from "./create-my-token";
import { listMyTokens } from "./list-my-tokens";
import { revokeMyToken } from "./revoke-my-token";
import { authenticateToken } from "./tokens";

const dayMs = 24 * 60 * 60 * 1_000;

describe("an API token", () => {
  it("is listed by its first characters, and only the answer contains its secret", () => {
    const { as } = createTestPlatform();
    const ann = as("ann@example.com");
    const { token, secret } = createMyToken(ann, { name: "CI", scope: "write", expiresInDays: 30 });
    expect(secret).toMatch(/^sy_[\w-]{43}$/);
    expect(secret.startsWith(token.prefix)).toBe(true);
    expect(listMyTokens(ann)).toMatchObject([{ id: token.id, name: "CI", scope: "write", lastUsedAt: null }]);
    expect(JSON.stringify(listMyTokens(ann))).not.toContain(secret.slice(token.prefix.length));
  });

  it("works until it expires, and shows its last use", () => {
    const { app, as } = createTestPlatform();
    const ann = as("ann@example.com");
    const { secret } = createMyToken(ann, { name: "CI", scope: "read", expiresInDays: 1 });
    const soon = new Date(Date.now() + dayMs - 1_000);
    expect(authenticateToken(app, secret, soon)).toMatchObject({
      email: "ann@example.com",
      credential: { kind: "token", scope: "read" },
    });
    expect(listMyTokens(ann)[0]?.lastUsedAt).toEqual(soon);
    expect(authenticateToken(app, secret, new Date(Date.now() + dayMs + 1_000))).toBeNull();
  });

  it("without an expiry never expires", () => {
    const { app, as } = createTestPlatform();
    const { secret } = createMyToken(as("ann@example.com"), {
      name: "CI",
      scope: "read",
      expiresInDays: null,
    });
    expect(authenticateToken(app, secret, new Date(Date.now() + 10_000 * dayMs))).not.toBeNull();
  });

  it("stops working when its owner, and nobody else, revokes it", () => {
    const { app, as } = createTestPlatform();
    const ann = as("ann@example.com");
    const { token, secret } = createMyToken(ann, { name: "CI", scope: "read", expiresInDays: 1 });
    const missing = expect.objectContaining({ code: "not_found" });
    expect(() => revokeMyToken(as("bob@example.com"), token.id)).toThrow(missing);
    revokeMyToken(ann, token.id);
    expect(authenticateToken(app, secret)).toBeNull();
    expect(() => revokeMyToken(ann, token.id)).toThrow(missing);
  });

  it("with the scope admin can only be created by admins", () => {
    const { as } = createTestPlatform();
    const asked = { name: "CI", scope: "admin", expiresInDays: 1 } as const;
    expect(() => createMyToken(as("ann@example.com"), asked)).toThrow(
      expect.objectContaining({ code: "forbidden", field: "scope" }),
    );
    expect(createMyToken(as("root@example.com", "admin"), asked).token.scope).toBe("admin");
  });
});

describe("the token of npm run token", () => {
  it("belongs to the oldest admin that is not disabled, and is audited", () => {
    const { app, as } = createTestPlatform();
    as("ann@example.com");
    const first = as("root@example.com", "admin");
    const second = as("second@example.com", "admin");
    expect(authenticateToken(app, createAdminToken(app.db))?.email).toBe("root@example.com");
    changeUser(second, first.actor.userId, { disabled: true });
    expect(authenticateToken(app, createAdminToken(app.db))?.email).toBe("second@example.com");
    const made = app.db.select().from(audit).where(eq(audit.action, "createToken")).all();
    expect(made.map(({ via, detail }) => [via, detail?.account])).toEqual([
      ["none", "root@example.com"],
      ["none", "second@example.com"],
    ]);
  });

  it("cannot be created before an admin exists, and the error says what to do", () => {
    const { app } = createTestPlatform();
    expect(() => createAdminToken(app.db)).toThrow(/npm run token -- --email/);
  });
});
