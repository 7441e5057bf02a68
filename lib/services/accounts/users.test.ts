import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit, plans, sessions, users } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { listStores } from "@/lib/services/stores/list-stores";
import { createTestPlatform } from "@/tests/support/test-platform";
import { isStillValid } from "../access/is-still-valid";
import { endUserSessions } from "../sessions/end-user-sessions";
import { findSessionActor } from "../sessions/find-session-actor";
import { changePassword } from "./change-password";
import { changeUser } from "./change-user";
import { deleteMe } from "./delete-me";
import { deleteUser } from "./delete-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";
import { hashPassword } from "./password-hash";
import { authenticateToken, createToken } from "./tokens";
import { verifyCredentials } from "./verify-credentials";

const password = "a long enough secret";
const refusal = (code: string, field?: string) =>
  expect.objectContaining(field === undefined ? { code } : { code, field });

function withAdmin() {
  const platform = createTestPlatform();
  let rings = 0;
  platform.app.accessChanges.subscribe(() => rings++);
  const admin = platform.as("root@example.com", "admin");
  return { ...platform, admin, rings: () => rings };
}

async function givePassword({ app, actor }: Ctx): Promise<void> {
  const passwordHash = await hashPassword(password);
  app.db.update(users).set({ passwordHash }).where(eq(users.id, actor.userId)).run();
}

const actions = ({ app }: Ctx) =>
  app.db
    .select()
    .from(audit)
    .all()
    .map(({ action, target }) => `${action} ${target}`);

describe("disabling an account", () => {
  it("ends its sessions and tokens immediately; once enabled again, the user has to sign in", () => {
    const { app, admin, as, rings } = withAdmin();
    const bob = as("bob@example.com");
    const { token } = createToken(app, bob.actor.userId, { name: "t", scope: "write" });
    const disabled = changeUser(admin, bob.actor.userId, { disabled: true });
    expect(disabled.disabledAt).not.toBeNull();
    expect(rings()).toBe(1);
    expect(isStillValid(app, bob.actor)).toBe(false);
    expect(authenticateToken(app, token)).toBeNull();

    changeUser(admin, bob.actor.userId, { disabled: false });
    expect(findSessionActor(app, bob.actor.credential.id)).toBeNull();
    expect(authenticateToken(app, token)).not.toBeNull();
    expect(actions(admin)).toEqual(["changeUser bob@example.com", "changeUser bob@example.com"]);
  });

  it("keeps the time of the first request when it is repeated", () => {
    const { admin, as } = withAdmin();
    const { userId } = as("bob@example.com").actor;
    const first = changeUser(admin, userId, { disabled: true }).disabledAt;
    expect(changeUser(admin, userId, { disabled: true }).disabledAt).toEqual(first);
    expect(changeUser(admin, userId, { role: "admin" }).disabledAt).toEqual(first);
  });
});

describe("the last admin who can sign in", () => {
  it("cannot be disabled, demoted or deleted, not even by themselves", async () => {
    const { admin, as } = withAdmin();
    const other = as("other@example.com", "admin");
    changeUser(admin, other.actor.userId, { disabled: true });
    const { userId } = admin.actor;
    expect(() => changeUser(admin, userId, { disabled: true })).toThrow(refusal("conflict"));
    expect(() => changeUser(admin, userId, { role: "member" })).toThrow(refusal("conflict"));
    expect(() => deleteUser(admin, userId)).toThrow(refusal("conflict"));
    await givePassword(admin);
    await expect(deleteMe(admin, password)).rejects.toThrow(refusal("conflict"));
    expect(getUser(admin, userId)).toMatchObject({ role: "admin", disabledAt: null });
  });

  it("can be demoted when another admin exists", () => {
    const { admin, as } = withAdmin();
    const { userId } = as("bob@example.com").actor;
    changeUser(admin, userId, { role: "admin" });
    expect(changeUser(admin, admin.actor.userId, { role: "member" }).role).toBe("member");
  });

  it("is determined from the current rows: two admins cannot demote each other in parallel", () => {
    const { admin, as } = withAdmin();
    const other = as("other@example.com", "admin");
    changeUser(admin, other.actor.userId, { role: "member" });
    expect(() => changeUser(other, admin.actor.userId, { role: "member" })).toThrow(refusal("conflict"));
  });
});

describe("a new role", () => {
  it("invalidates streams that were opened with the old role", () => {
    const { app, admin, as, rings } = withAdmin();
    const other = as("other@example.com", "admin");
    changeUser(admin, other.actor.userId, { role: "member" });
    expect(rings()).toBe(1);
    expect(isStillValid(app, other.actor)).toBe(false);
    expect(findSessionActor(app, other.actor.credential.id)?.role).toBe("member");
  });
});

describe("deleting an account", () => {
  it("is refused with the store names while it owns stores", async () => {
    const { admin, as } = withAdmin();
    const bob = as("bob@example.com");
    for (const name of ["red", "blue"]) {
      createStore(bob, createStoreInput.parse({ name, type: "woocommerce" }));
    }
    const stillOwns = expect.objectContaining({
      code: "conflict",
      message: expect.stringContaining("blue, red"),
    });
    expect(() => deleteUser(admin, bob.actor.userId)).toThrow(stillOwns);
    await givePassword(bob);
    await expect(deleteMe(bob, password)).rejects.toThrow(stillOwns);
  });

  it("transfers its stores to the account that the admin names, within that account's limits", () => {
    const { app, admin, as } = withAdmin();
    const bob = as("bob@example.com");
    const ann = as("ann@example.com");
    for (const name of ["red", "blue"]) {
      createStore(bob, createStoreInput.parse({ name, type: "woocommerce" }));
    }
    const id = bob.actor.userId;
    const giveTo = (handOverTo: string) => () => deleteUser(admin, id, { handOverTo });
    const cap = (storesPerUser: number) => app.db.update(plans).set({ storesPerUser }).run();
    cap(1);
    expect(giveTo("ann@example.com")).toThrow(refusal("limit_reached", "handOverTo"));
    expect(listStores(bob).stores).toHaveLength(2);
    cap(2);
    expect(giveTo("nobody@example.com")).toThrow(refusal("not_found", "handOverTo"));
    expect(giveTo("bob@example.com")).toThrow(refusal("conflict", "handOverTo"));
    giveTo("ann@example.com")();
    expect(() => getUser(admin, id)).toThrow(refusal("not_found"));
    expect(listStores(ann).stores.map(({ name, role }) => [name, role])).toEqual([
      ["blue", "owner"],
      ["red", "owner"],
    ]);
    const moved = app.db.select().from(audit).where(eq(audit.action, "setOwner")).all();
    expect(moved.map(({ target, onBehalfOf, detail }) => [target, onBehalfOf, detail?.to])).toEqual([
      ["red", id, "ann@example.com"],
      ["blue", id, "ann@example.com"],
    ]);
  });

  it("deletes its sessions and tokens and keeps its audit entries", async () => {
    const { app, admin, as } = withAdmin();
    const bob = as("bob@example.com");
    const { token } = createToken(app, bob.actor.userId, { name: "t", scope: "write" });
    await givePassword(bob);
    await expect(deleteMe(bob, "not the password")).rejects.toThrow(refusal("invalid", "password"));
    await expect(deleteMe(bob, undefined)).rejects.toThrow(refusal("invalid", "password"));
    await deleteMe(bob, password);
    expect(() => getUser(admin, bob.actor.userId)).toThrow(refusal("not_found"));
    expect(isStillValid(app, bob.actor)).toBe(false);
    expect(authenticateToken(app, token)).toBeNull();
    expect(actions(admin)).toEqual(["deleteMe bob@example.com"]);
  });
});

describe("a password change", () => {
  it("needs the old password and ends the other sessions, not the current one", async () => {
    const { app, as, rings } = withAdmin();
    const bob = as("bob@example.com");
    const now = new Date();
    const elsewhere = { id: "elsewhere", userId: bob.actor.userId, method: "password" };
    app.db
      .insert(sessions)
      .values({ ...elsewhere, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 60_000) })
      .run();
    await givePassword(bob);
    const asked = { currentPassword: password, newPassword: "another long secret" };
    for (const currentPassword of [undefined, "not the password"]) {
      await expect(changePassword(bob, { ...asked, currentPassword })).rejects.toThrow(
        refusal("invalid", "currentPassword"),
      );
    }
    await expect(changePassword(bob, { ...asked, newPassword: "Password123" })).rejects.toThrow(
      refusal("invalid", "newPassword"),
    );
    expect(rings()).toBe(0);

    await changePassword(bob, asked);
    expect(rings()).toBe(1);
    expect(findSessionActor(app, "elsewhere")).toBeNull();
    expect(findSessionActor(app, bob.actor.credential.id)).not.toBeNull();
    const anyone = { ...bob, actor: null };
    expect(await verifyCredentials(anyone, "bob@example.com", password)).toBeNull();
    expect(await verifyCredentials(anyone, "bob@example.com", asked.newPassword)).toBe(bob.actor.userId);
  });

  it("sets the first password of an account that signed in with a provider", async () => {
    const { app, as } = withAdmin();
    const bob = as("bob@example.com");
    app.db.update(users).set({ passwordHash: null }).where(eq(users.id, bob.actor.userId)).run();
    await changePassword(bob, { newPassword: password });
    expect(await verifyCredentials({ ...bob, actor: null }, "bob@example.com", password)).not.toBeNull();
  });
});

describe("the list of accounts", () => {
  it("lists each account once over its pages, sorted by address, and finds parts of addresses", () => {
    const { admin, as } = withAdmin();
    for (const name of ["zoe", "bob", "a_nn", "a%b"]) as(`${name}@example.com`);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = listUsers(admin, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.users.map(({ email }) => email));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["a%b", "a_nn", "bob", "root", "zoe"].map((name) => `${name}@example.com`));
    expect(listUsers(admin, { q: "%" }).users.map(({ email }) => email)).toEqual(["a%b@example.com"]);
    expect(listUsers(admin, { q: "OO" }).users.map(({ email }) => email)).toEqual(["root@example.com"]);
  });

  it("and its actions are for admins only", () => {
    const { as } = withAdmin();
    const bob = as("bob@example.com");
    const { userId } = bob.actor;
    for (const attempt of [
      () => listUsers(bob),
      () => getUser(bob, userId),
      () => changeUser(bob, userId, { role: "admin" }),
      () => deleteUser(bob, userId),
      () => endUserSessions(bob, userId),
    ]) {
      expect(attempt).toThrow(refusal("forbidden"));
    }
  });
});
