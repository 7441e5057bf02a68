import type { operations } from "./schema";

export type OperationRow = typeof operations.$inferSelect;
