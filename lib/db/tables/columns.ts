import { integer } from "drizzle-orm/sqlite-core";

/** A point in time, in milliseconds since the epoch. */
export const instant = (name: string) => integer(name, { mode: "timestamp_ms" });
