import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** The bounds of a store. Admins edit them. */
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
