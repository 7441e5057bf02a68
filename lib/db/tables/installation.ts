import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { userRef } from "./accounts";
import { instant } from "./columns";

/** Answers to requests with an Idempotency-Key: a repeated request gets the same answer. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    userId: userRef(),
    /** sha256 of the client's key. */
    keyHash: text("key_hash").notNull(),
    /** sha256 of the request: method, path and body. */
    requestHash: text("request_hash").notNull(),
    status: integer("status").notNull(),
    location: text("location"),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.keyHash] }),
    index("idempotency_keys_by_age").on(table.createdAt),
  ],
);

/** Facts about this installation, by key. */
export const installationSettings = sqliteTable("installation_settings", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
