import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { sessions, storeMembers, tokens, users } from "@/lib/db/schema";
import type { Scope } from "@/lib/domain/actor";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreRole } from "@/lib/domain/store-role";
import { createToken } from "@/lib/services/accounts/tokens";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform, type TestPlatform } from "./test-platform";

/** A caller, and what the access rules know about it. */
export interface Caller {
  headers: Record<string, string>;
  /** Null if the credential is not valid. */
  credential: { kind: "session" | "token"; scope: Scope } | null;
  isAdmin: boolean;
  /** The role in the store “blue”. */
  role: StoreRole | null;
}

export interface Sweep {
  platform: TestPlatform;
  callers: Record<string, Caller>;
  /** The operation that creates “blue”, which is queued. */
  operationId: string;
  /** An account that none of the callers has. */
  bystander: Ctx;
}

const muchMoreThanASweep = "1000000";

/** One installation with the store “blue”, and every kind of caller. */
export async function createSweep(): Promise<Sweep> {
  const platform = createTestPlatform({
    env: {
      RATE_LIMIT_PER_MINUTE: muchMoreThanASweep,
      RATE_LIMIT_CREATES_PER_MINUTE: muchMoreThanASweep,
      RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR: muchMoreThanASweep,
    },
  });
  const { db } = platform.deps;
  const people = {
    owner: platform.as("owner@example.com"),
    manager: platform.as("manager@example.com"),
    viewer: platform.as("viewer@example.com"),
    other: platform.as("other@example.com"),
    admin: platform.as("admin@example.com", "admin"),
    disabled: platform.as("disabled@example.com", "admin"),
    leaver: platform.as("leaver@example.com", "admin"),
  };
  // Another admin, so that no caller is the last one.
  platform.as("second-admin@example.com", "admin");
  db.update(users)
    .set({ passwordHash: await hash("nine plums in a tall jar") })
    .run();
  const store = createStore(people.owner, createStoreInput.parse({ name: "blue", type: "wordpress" }));
  const join = (who: Ctx, role: StoreRole) =>
    db
      .insert(storeMembers)
      .values({ storeId: store.id, userId: who.actor.userId, role, createdAt: new Date() })
      .run();
  join(people.viewer, "viewer");
  join(people.manager, "manager");
  // Disabled callers are owners and admins, so that only their state can keep them out.
  join(people.disabled, "owner");
  join(people.leaver, "owner");

  const secret = platform.app.settings.auth.secret ?? "";
  const cookieOf = async ({ actor }: Ctx) => {
    const value = await encode({ token: { sessionId: actor.credential.id }, secret });
    return { cookie: `next-auth.session-token=${value}`, "sec-fetch-site": "same-origin" };
  };
  const tokenOf = (who: Ctx, scope: Scope, expiresAt?: Date) => {
    const { row, token } = createToken({ db }, who.actor.userId, { name: "sweep", scope, expiresAt });
    return { id: row.id, headers: { authorization: `Bearer ${token}` } };
  };
  const bySession = async (who: Ctx, role: StoreRole | null): Promise<Caller> => ({
    headers: await cookieOf(who),
    credential: { kind: "session", scope: "admin" },
    isAdmin: who.actor.role === "admin",
    role,
  });
  const byToken = (who: Ctx, role: StoreRole | null, scope: Scope): Caller => ({
    headers: tokenOf(who, scope).headers,
    credential: { kind: "token", scope },
    isAdmin: who.actor.role === "admin",
    role,
  });
  const out = (headers: Record<string, string>): Caller => ({
    headers,
    credential: null,
    isAdmin: false,
    role: null,
  });

  const revoked = tokenOf(people.leaver, "admin");
  const callers: Record<string, Caller> = {
    "no one": out({}),
    "another member": await bySession(people.other, null),
    "a viewer": await bySession(people.viewer, "viewer"),
    "a manager": await bySession(people.manager, "manager"),
    "the owner": await bySession(people.owner, "owner"),
    "an admin": await bySession(people.admin, null),
    "the owner's token to read": byToken(people.owner, "owner", "read"),
    "the owner's token to write": byToken(people.owner, "owner", "write"),
    "a member's token with an admin's scope": byToken(people.other, null, "admin"),
    "an admin's token to read": byToken(people.admin, null, "read"),
    "an admin's token to write": byToken(people.admin, null, "write"),
    "an admin's token": byToken(people.admin, null, "admin"),
    "a disabled account": out(await cookieOf(people.disabled)),
    "a disabled account's token": out(tokenOf(people.disabled, "admin").headers),
    "a session that was revoked": out(await cookieOf(people.leaver)),
    "a token that was revoked": out(revoked.headers),
    "a token that ran out": out(tokenOf(people.admin, "admin", new Date(Date.now() - 1)).headers),
  };
  db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, people.disabled.actor.userId)).run();
  db.delete(sessions).where(eq(sessions.id, people.leaver.actor.credential.id)).run();
  db.delete(tokens).where(eq(tokens.id, revoked.id)).run();
  return {
    platform,
    callers,
    operationId: store.operationId ?? "",
    bystander: platform.as("bystander@example.com"),
  };
}
