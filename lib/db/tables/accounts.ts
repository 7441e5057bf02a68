import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role, Scope } from "@/lib/domain/actor";
import { instant } from "./columns";

/** The account that a row belongs to; the row is deleted with it. */
export const userRef = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

export const users = sqliteTable("users", {
  id: text("id").primaryKey(),
  /** In lower case. */
  email: text("email").notNull().unique(),
  /** argon2id; null for an account that signs in with a provider only. */
  passwordHash: text("password_hash"),
  role: text("role").$type<Role>().notNull(),
  /** The e-mail address is unverified: neither an admin nor a provider has confirmed it. */
  selfRegistered: integer("self_registered", { mode: "boolean" }).notNull().default(false),
  createdAt: instant("created_at").notNull(),
  lastSignInAt: instant("last_sign_in_at"),
  disabledAt: instant("disabled_at"),
});

/** A signed-in browser. Its cookie contains the id: deleting the row signs it out at once. */
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

/** An account at GitHub, Google or an OpenID Connect provider that a user signs in with. */
export const identities = sqliteTable(
  "identities",
  {
    provider: text("provider").notNull(),
    /** The provider's id of the account. It does not change, unlike an e-mail address. */
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

/** Links that work once: the first set-up, an invitation, a new password. */
export const links = sqliteTable(
  "links",
  {
    id: text("id").primaryKey(),
    kind: text("kind").$type<"setup" | "invitation" | "password">().notNull(),
    /** sha256 of the secret in the link, which is shown once and not stored. */
    hash: text("hash").notNull().unique(),
    /** E-mail address of the recipient; null for the set-up, where the admin enters it. */
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
  /** sha256 of the token, which is shown once and not stored. */
  hash: text("hash").notNull().unique(),
  /** Its first characters, so that its owner recognizes it. */
  prefix: text("prefix").notNull().default("sy_"),
  // Tokens from before scopes existed could do everything that their account could.
  scope: text("scope").$type<Scope>().notNull().default("admin"),
  createdAt: instant("created_at").notNull(),
  /** Null if it does not expire. */
  expiresAt: instant("expires_at"),
  lastUsedAt: instant("last_used_at"),
});
