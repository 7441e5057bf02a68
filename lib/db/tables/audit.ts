import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

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
