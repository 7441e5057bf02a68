import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Db } from "./connect";
import { migrationsFolder } from "./migrations-folder";

let newest: number | undefined;

/** Whether the database has exactly the schema that this app was built for. */
export function isAtNewestMigration(db: Db): boolean {
  newest ??= Math.max(...readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis));
  const applied = db.get<{ at: number | null }>(sql`select max(created_at) as at from __drizzle_migrations`);
  return Number(applied?.at) === newest;
}
