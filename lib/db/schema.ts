import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Cause } from "@/lib/domain/cause";
import type { DesiredState, Phase, StoreConfig, StoreType } from "@/lib/domain/store";
import type { Diagnosis, EventDetail, OperationKind, OperationState } from "@/lib/domain/store-event";

const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  role: text("role").$type<"admin" | "member">().notNull(),
  createdAt: instant("created_at").notNull(),
  firstSignInAt: instant("first_sign_in_at"),
  disabledAt: instant("disabled_at"),
});

export const tokens = sqliteTable("tokens", {
  id: text("id").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  name: text("name").notNull(),
  /** sha256 of the token: the token itself is shown once and kept nowhere. */
  hash: text("hash").notNull().unique(),
  createdAt: instant("created_at").notNull(),
  lastUsedAt: instant("last_used_at"),
});

export const stores = sqliteTable(
  "stores",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    type: text("type").$type<StoreType>().notNull(),
    ownerId: text("owner_id")
      .notNull()
      .references(() => users.id),
    desired: text("desired").$type<DesiredState>().notNull(),
    phase: text("phase").$type<Phase>().notNull(),
    cause: text("cause", { mode: "json" }).$type<Cause>(),
    config: text("config", { mode: "json" }).$type<StoreConfig>().notNull(),
    url: text("url").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    readyAt: instant("ready_at"),
    passwordShownAt: instant("password_shown_at"),
    /** When a failed store's namespace was gone, and its name with it free for another store. */
    releasedAt: instant("released_at"),
    /** What was kept of a create that failed, until its namespace is gone and the failure is told. */
    diagnosis: text("diagnosis", { mode: "json" }).$type<Diagnosis>(),
    /** Digest of the release that an order (or a visit) went through. */
    provenDigest: text("proven_digest"),
    /** Fingerprint by object, as the last apply left them: what drift is measured against. */
    applied: text("applied", { mode: "json" }).$type<Record<string, string>>(),
  },
  (table) => [
    uniqueIndex("stores_name_held").on(table.name).where(sql`${table.releasedAt} is null`),
    index("stores_by_owner").on(table.ownerId, table.createdAt),
    index("stores_by_age").on(table.createdAt, table.id),
  ],
);

export const operations = sqliteTable(
  "operations",
  {
    id: text("id").primaryKey(),
    storeId: text("store_id")
      .notNull()
      .references(() => stores.id, { onDelete: "cascade" }),
    ownerId: text("owner_id").notNull(),
    kind: text("kind").$type<OperationKind>().notNull(),
    state: text("state").$type<OperationState>().notNull(),
    /** Set by a delete: the runner stops at the next line. */
    cancelRequested: integer("cancel_requested", { mode: "boolean" }).notNull().default(false),
    attempt: integer("attempt").notNull().default(0),
    leaseOwner: text("lease_owner"),
    leaseUntil: instant("lease_until"),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    /** Moved on by the time the cluster was out of reach, which is not the store's fault. */
    deadline: instant("deadline"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    index("operations_by_state").on(table.state, table.createdAt),
    index("operations_by_store").on(table.storeId, table.state),
  ],
);

export const events = sqliteTable(
  "events",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    // No foreign keys: the log outlives what it tells of.
    storeId: text("store_id").notNull(),
    storeName: text("store_name").notNull(),
    ownerId: text("owner_id").notNull(),
    operationId: text("operation_id"),
    message: text("message").notNull(),
    detail: text("detail", { mode: "json" }).$type<EventDetail>().notNull(),
  },
  (table) => [index("events_by_store").on(table.storeId, table.seq)],
);

export const audit = sqliteTable("audit", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  at: instant("at").notNull(),
  actorId: text("actor_id").notNull(),
  actorEmail: text("actor_email").notNull(),
  via: text("via").$type<"session" | "token">().notNull(),
  action: text("action").notNull(),
  target: text("target").notNull(),
});

export const facts = sqliteTable("facts", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
