/** All tables, in one module for the database and drizzle-kit. */
export * from "./tables/accounts";
export * from "./tables/audit";
export * from "./tables/events";
export * from "./tables/installation";
export * from "./tables/operations";
export * from "./tables/plans";
export * from "./tables/stores";
