import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { type Db, openDatabase } from "./connect";
import { audit, plans, storeMembers, stores, tokens, users } from "./schema";

const journal = JSON.parse(readFileSync("drizzle/meta/_journal.json", "utf8")) as {
  entries: { tag: string; when: number }[];
};

/** A database as the first version left it: one account with a token, one store, one audit row. */
function firstVersion(file: string): void {
  const db = new Database(file);
  const [first] = journal.entries;
  for (const statement of readFileSync(`drizzle/${first?.tag}.sql`, "utf8").split(
    "--> statement-breakpoint",
  )) {
    db.exec(statement);
  }
  db.exec(
    "create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)",
  );
  db.prepare("insert into __drizzle_migrations (hash, created_at) values ('', ?)").run(first?.when);
  db.exec(`
    insert into users (id, email, password_hash, role, created_at, first_sign_in_at)
      values ('u1', 'Ann@Example.com', 'hash', 'admin', 1000, 2000);
    insert into tokens (id, user_id, name, hash, created_at) values ('t1', 'u1', 'laptop', 'h', 1000);
    insert into stores (id, name, type, owner_id, desired, phase, config, url, created_at, updated_at)
      values ('s1', 'blue', 'wordpress', 'u1', 'ready', 'ready', '{}', 'http://store-blue.localhost', 1000, 1000);
    insert into audit (at, actor_id, actor_email, via, action, target)
      values (1000, 'u1', 'ann@example.com', 'token', 'store.create', 'blue');
  `);
  db.close();
}

let db: Db;
beforeEach(() => {
  const file = join(mkdtempSync(join(tmpdir(), "storeyard-")), "storeyard.db");
  firstVersion(file);
  db = openDatabase(file);
});

describe("migrating a database of the first version", () => {
  it("keeps accounts, tokens and passwords", () => {
    expect(db.select().from(users).all()).toMatchObject([
      { id: "u1", email: "ann@example.com", passwordHash: "hash", lastSignInAt: new Date(2000) },
    ]);
    expect(db.select().from(tokens).all()).toMatchObject([{ id: "t1", scope: "admin", expiresAt: null }]);
  });

  it("keeps stores with their owners, on the standard plan", () => {
    expect(db.select().from(stores).all()).toMatchObject([{ id: "s1", plan: "standard" }]);
    expect(db.select().from(storeMembers).all()).toMatchObject([
      { storeId: "s1", userId: "u1", role: "owner" },
    ]);
  });

  it("keeps the audit log and makes it immutable", () => {
    expect(db.select().from(audit).all()).toMatchObject([{ action: "store.create", result: "ok" }]);
    expect(() => db.update(audit).set({ action: "other" }).run()).toThrow("append-only");
    expect(() => db.delete(audit).run()).toThrow("append-only");
  });

  it("creates the default plans once, so that an admin's changes are kept", () => {
    expect(
      db
        .select({ id: plans.id })
        .from(plans)
        .orderBy(plans.position)
        .all()
        .map(({ id }) => id),
    ).toEqual(["small", "standard", "large"]);
    db.update(plans).set({ pods: 12 }).run();
    const file = db.$client.name;
    db.$client.close();
    expect(
      openDatabase(file)
        .select()
        .from(plans)
        .all()
        .every(({ pods }) => pods === 12),
    ).toBe(true);
  });

  it("keeps all references valid", () => {
    expect(db.$client.pragma("foreign_key_check")).toEqual([]);
    expect(db.$client.pragma("foreign_keys", { simple: true })).toBe(1);
  });
});
