/* Every table, by area: the database and drizzle-kit take them as one module. */
export * from "./tables/accounts";
export * from "./tables/audit";
export * from "./tables/events";
export * from "./tables/installation";
export * from "./tables/operations";
export * from "./tables/plans";
export * from "./tables/stores";
