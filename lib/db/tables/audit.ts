import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** Audit entries: actor, action, target, origin, credential and result. Append-only. */
export const audit = sqliteTable(
  "audit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    /** Null if nobody was signed in, or if the platform acted. */
    actorId: text("actor_id"),
    actorEmail: text("actor_email"),
    via: text("via").$type<"session" | "token" | "link" | "none">().notNull(),
    /** The session's, token's or link's id; never its secret. */
    credentialId: text("credential_id"),
    /** The API's operation id, such as `createStore`. */
    action: text("action").notNull(),
    /** Type of the target, such as `store`, and its id and name. */
    targetType: text("target_type").notNull().default("store"),
    targetId: text("target_id"),
    target: text("target").notNull(),
    /** The store's owner, if the actor acted as an admin. */
    onBehalfOf: text("on_behalf_of"),
    /** `ok`, or the code of the problem that refused it. */
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
