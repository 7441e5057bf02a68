import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Cause } from "@/lib/domain/cause";
import type { JsonValue, OperationKind, OperationState } from "@/lib/domain/operation";
import type { StepName } from "@/lib/domain/step";
import { instant } from "./columns";
import { stores } from "./stores";

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
    /** Parameters and progress of this kind of operation; lib/operations/<kind> parses it. */
    stateData: text("state_data", { mode: "json" }).$type<JsonValue>().notNull().default({}),
    /** Its target in words, such as `WooCommerce 9.6`; null for most kinds. */
    target: text("target"),
    /** The account that requested it; null for the platform. */
    requesterId: text("requester_id"),
    requesterEmail: text("requester_email"),
    /** The step that runs now, or ran last. */
    step: text("step").$type<StepName>(),
    stepTitle: text("step_title"),
    stepStartedAt: instant("step_started_at"),
    /** Results of finished steps, by name, for kinds that run once: a later process continues after them. */
    finishedSteps: text("finished_steps", { mode: "json" })
      .$type<Record<string, JsonValue>>()
      .notNull()
      .default({}),
    /** What it waits for, or why it failed or was cancelled. */
    cause: text("cause", { mode: "json" }).$type<Cause>(),
    result: text("result", { mode: "json" }).$type<JsonValue>(),
    /** The worker stops it as soon as it can. */
    cancelRequested: integer("cancel_requested", { mode: "boolean" }).notNull().default(false),
    /** E-mail address of the account that cancelled it; null where another operation replaces it. */
    cancelledBy: text("cancelled_by"),
    attempt: integer("attempt").notNull().default(0),
    leaseOwner: text("lease_owner"),
    leaseUntil: instant("lease_until"),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    /** Extended by the time in which the cluster did not answer. */
    deadline: instant("deadline"),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    index("operations_by_state").on(table.state, table.createdAt),
    index("operations_by_store").on(table.storeId, table.state),
    index("operations_by_store_and_age").on(table.storeId, table.createdAt, table.id),
  ],
);
