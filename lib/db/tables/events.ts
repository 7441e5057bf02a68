import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EventDetail } from "@/lib/domain/store-event";
import { instant } from "./columns";

export const events = sqliteTable(
  "events",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    at: instant("at").notNull(),
    // No foreign keys: events outlive the stores and accounts that they name.
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
