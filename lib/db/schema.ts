import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Role, Scope } from "@/lib/domain/actor";
import type { Cause } from "@/lib/domain/cause";
import type { ImageUpdate } from "@/lib/domain/image-update";
import type { Images } from "@/lib/domain/images";
import type { Software } from "@/lib/domain/software-version";
import type { DesiredState, Phase, StoreConfig, StoreType } from "@/lib/domain/store";
import type { Diagnosis, EventDetail, OperationKind, OperationState } from "@/lib/domain/store-event";
import type { StoreRole } from "@/lib/domain/store-role";

const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

const userRef = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  /** In lower case. */
  email: text("email").notNull().unique(),
  /** argon2id; null for an account that signs in with a provider alone. */
  passwordHash: text("password_hash"),
  role: text("role").$type<Role>().notNull(),
  /** Nobody has vouched yet for the e-mail address being theirs: neither an admin nor a provider. */
  selfRegistered: integer("self_registered", { mode: "boolean" }).notNull().default(false),
  createdAt: instant("created_at").notNull(),
  lastSignInAt: instant("last_sign_in_at"),
  disabledAt: instant("disabled_at"),
});

/** A browser that is signed in; the cookie names the row, so that removing it signs out at once. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: userRef(),
    /** `password`, or the provider's id. */
    method: text("method").notNull(),
    address: text("address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);

/** An account at GitHub, Google or an OpenID Connect provider that signs somebody in here. */
export const identities = sqliteTable(
  "identities",
  {
    provider: text("provider").notNull(),
    /** The provider's own id of the account, which an e-mail address is not. */
    subject: text("subject").notNull(),
    userId: userRef(),
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    index("identities_by_user").on(table.userId),
  ],
);

/** Links that let somebody in once: the first set-up, an invitation, a new password. */
export const links = sqliteTable(
  "links",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<"setup" | "invitation" | "password">().notNull(),
    /** sha256 of the secret in the link: it is shown once and kept nowhere. */
    hash: text("hash").notNull().unique(),
    /** Whom it is for; null for the set-up, where they say who they are. */
    email: text("email"),
    role: text("role").$type<Role>().notNull(),
    createdBy: text("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("links_by_email").on(table.email)],
);

export const tokens = sqliteTable("tokens", {
  id: text("id").primaryKey(),
  userId: userRef(),
  name: text("name").notNull(),
  /** sha256 of the token: the token itself is shown once and kept nowhere. */
  hash: text("hash").notNull().unique(),
  /** Its first characters, by which its owner knows it again. */
  prefix: text("prefix").notNull().default("sy_"),
  // Tokens of before scopes could do everything that their account could.
  scope: text("scope").$type<Scope>().notNull().default("admin"),
  createdAt: instant("created_at").notNull(),
  /** Null: it does not run out. */
  expiresAt: instant("expires_at"),
  lastUsedAt: instant("last_used_at"),
});

/** How much a store may take; an admin edits them. */
export const plans = sqliteTable("plans", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  /** Order in lists, from 0. */
  position: integer("position").notNull(),
  storesPerUser: integer("stores_per_user").notNull(),
  pods: integer("pods").notNull(),
  cpuMillis: integer("cpu_millis").notNull(),
  memoryMib: integer("memory_mib").notNull(),
  storageMib: integer("storage_mib").notNull(),
  volumeMib: integer("volume_mib").notNull(),
  updatedAt: instant("updated_at").notNull(),
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
    plan: text("plan").notNull().default("standard"),
    desired: text("desired").$type<DesiredState>().notNull(),
    phase: text("phase").$type<Phase>().notNull(),
    cause: text("cause", { mode: "json" }).$type<Cause>(),
    config: text("config", { mode: "json" }).$type<StoreConfig>().notNull(),
    url: text("url").notNull(),
    /** What the shop said that it runs, when it was last proven. */
    versions: text("versions", { mode: "json" }).$type<Software>().notNull().default([]),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    readyAt: instant("ready_at"),
    passwordShownAt: instant("password_shown_at"),
    /** When a failed store's namespace was gone, and its name with it free for another store. */
    releasedAt: instant("released_at"),
    /** What was kept of a create that failed, until its namespace is gone and the failure is told. */
    diagnosis: text("diagnosis", { mode: "json" }).$type<Diagnosis>(),
    /** Digest of the release that an order (or a visit) went through. */
    verifiedDigest: text("proven_digest"),
    /** The container images that it runs, by role; null until it is worked on, or tried again. */
    images: text("images", { mode: "json" }).$type<Images>(),
    /** The update to other images that is under way, and what it began from. */
    update: text("update", { mode: "json" }).$type<ImageUpdate>(),
    /** Fingerprint by object, as the last apply left them: what drift is measured against. */
    applied: text("applied", { mode: "json" }).$type<Record<string, string>>(),
  },
  (table) => [
    uniqueIndex("stores_name_held").on(table.name).where(sql`${table.releasedAt} is null`),
    index("stores_by_owner").on(table.ownerId, table.plan),
    index("stores_by_age").on(table.createdAt, table.id),
    index("stores_by_phase").on(table.phase, table.createdAt, table.id),
    index("stores_by_owner_and_age").on(table.ownerId, table.createdAt, table.id),
  ],
);

/**
 * Who may see and touch a store: its owner (the one of `stores`, which caps count) and its other members.
 * No foreign key to the store: its last members still hear that it is gone.
 */
export const storeMembers = sqliteTable(
  "store_members",
  {
    storeId: text("store_id").notNull(),
    userId: userRef(),
    role: text("role").$type<StoreRole>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.userId] }),
    index("store_members_by_user").on(table.userId, table.storeId),
  ],
);

/** A store that is offered to another account and waits for its yes. */
export const handovers = sqliteTable(
  "handovers",
  {
    id: text("id").primaryKey(),
    storeId: text("store_id")
      .notNull()
      .unique()
      .references(() => stores.id, { onDelete: "cascade" }),
    fromUserId: text("from_user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    toUserId: text("to_user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("handovers_to").on(table.toUserId)],
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
  (table) => [
    index("events_by_store").on(table.storeId, table.seq),
    index("events_by_kind").on(sql`json_extract(${table.detail}, '$.kind')`, table.at),
  ],
);

/** Who did what to what, from where, with which credential and with what result. Append-only. */
export const audit = sqliteTable(
  "audit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    /** Null where nobody was signed in, or the platform itself acted. */
    actorId: text("actor_id"),
    actorEmail: text("actor_email"),
    via: text("via").$type<"session" | "token" | "link" | "none">().notNull(),
    /** The session's, token's or link's id; never its secret. */
    credentialId: text("credential_id"),
    /** The API's operation id, such as `createStore`. */
    action: text("action").notNull(),
    /** What kind of thing it was done to, such as `store`, and that thing's id and name. */
    targetType: text("target_type").notNull().default("store"),
    targetId: text("target_id"),
    target: text("target").notNull(),
    /** Whose store it was, where the actor did it as an admin. */
    onBehalfOf: text("on_behalf_of"),
    /** `ok`, or the code of the problem that it was refused with. */
    result: text("result").notNull().default("ok"),
    address: text("address"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    detail: text("detail", { mode: "json" }).$type<Record<string, string | number | boolean | null>>(),
  },
  (table) => [
    index("audit_by_actor").on(table.actorId, table.id),
    index("audit_by_target").on(table.targetType, table.targetId, table.id),
    index("audit_by_action").on(table.action, table.id),
    index("audit_by_time").on(table.at),
  ],
);

/** Answers to requests that carried an Idempotency-Key, so that a repetition gets the same one. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    userId: userRef(),
    /** sha256 of the key that the client chose. */
    keyHash: text("key_hash").notNull(),
    /** sha256 of what was asked for: method, path and body. */
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

export const installationSettings = sqliteTable("facts", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
});
