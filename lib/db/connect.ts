import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { firstPlans } from "@/lib/domain/plan";
import { migrationsFolder } from "./migrations-folder";
import * as schema from "./schema";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
/** A database or a transaction. */
export type Tx = Pick<Db, "select" | "insert" | "update" | "delete">;

/**
 * Opens or creates the database, and migrates it to the newest schema. synchronous=FULL: a commit that was answered is
 * on the disk, whatever happens next.
 */
export function openDatabase(file: string): Db {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const client = new Database(file);
  chmodSync(file, 0o600);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("busy_timeout = 5000");
  const db = drizzle(client, { schema }) as Db;
  // SQLite changes a column by recreating its table: with foreign keys on, dropping the old one would cascade.
  client.pragma("foreign_keys = OFF");
  migrate(db, { migrationsFolder });
  client.pragma("foreign_keys = ON");
  makeFirstPlans(db);
  return db;
}

function makeFirstPlans(db: Db): void {
  const rows = firstPlans.map((plan, position) => ({ ...plan, position, updatedAt: new Date() }));
  db.insert(schema.plans).values(rows).onConflictDoNothing().run();
}

/** Runs `work` in a transaction, which takes the write lock at once, so that checks and inserts can't race. */
export function transact<T>(db: Db, work: (tx: Tx) => T): T {
  return db.transaction((tx) => work(tx as Tx), { behavior: "immediate" });
}
