import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Cause } from "@/lib/domain/cause";
import type { Images } from "@/lib/domain/images";
import type { LoadFinding } from "@/lib/domain/load-finding";
import type { RuntimeSettings } from "@/lib/domain/runtime-settings/runtime-settings";
import type { Software } from "@/lib/domain/software-version";
import type { DesiredState, Phase, StoreConfig, StoreType } from "@/lib/domain/store";
import type { Diagnosis } from "@/lib/domain/store-event";
import type { StoreRole } from "@/lib/domain/store-role";
import { userRef, users } from "./accounts";
import { instant } from "./columns";

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
    /** The software that the shop reported at its last verification. */
    versions: text("versions", { mode: "json" }).$type<Software>().notNull().default([]),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    readyAt: instant("ready_at"),
    passwordShownAt: instant("password_shown_at"),
    /** Safe mode for all visitors is on: the shop runs without its owner's plugins and theme. */
    safeMode: integer("safe_mode", { mode: "boolean" }).notNull().default(false),
    /** Counts the rotations of its database password. The Secret and the pods carry the number that they are at. */
    secretsRevision: integer("secrets_revision").notNull().default(1),
    /** Settings of the program that serves it; `{}`: the defaults of its image. */
    runtimeSettings: text("runtime_settings", { mode: "json" })
      .$type<RuntimeSettings>()
      .notNull()
      .default({}),
    /** When a failed store's namespace was deleted: from then on another store can have its name. */
    releasedAt: instant("released_at"),
    /** Warnings and log lines of a failed create, kept until its namespace is deleted and the failure is reported. */
    diagnosis: text("diagnosis", { mode: "json" }).$type<Diagnosis>(),
    /** Workload digest of the release that was verified. */
    verifiedDigest: text("verified_digest"),
    /**
     * What the check of the application or the verification found; null where it found nothing. Only the check that set
     * it clears it: events of the cluster say nothing about the application.
     */
    finding: text("finding", { mode: "json" }).$type<Cause>(),
    /** Its container images, by role; null until an operation first runs, and after a retry. */
    images: text("images", { mode: "json" }).$type<Images>(),
    /** Fingerprint of each object after the last apply: drift is measured against it. */
    applied: text("applied", { mode: "json" }).$type<Record<string, string>>(),
    /** The same of an apply that was begun, until it has succeeded: objects may be as before or as they were to become. */
    applying: text("applying", { mode: "json" }).$type<Record<string, string>>(),
    /** Why the last release was refused, until one is applied: the store can't be changed. */
    refusal: text("refusal", { mode: "json" }).$type<Cause>(),
    /** What the shop's log reported about its load, and when; null if nothing lately. Only the check of the log clears it. */
    load: text("load", { mode: "json" }).$type<LoadFinding>(),
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
 * Members of a store: its owner (the one of `stores`, which caps count) and others. No foreign key to the store: its
 * last members still receive the event that it is gone.
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

/** A store that is offered to another account, until it accepts or declines. */
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
