import { sql } from "drizzle-orm";
import { isAtNewestMigration } from "@/lib/db/is-at-newest-migration";
import type { AppContext } from "./app-context";

/** What the app needs to work, each `ok` or what is wrong with it. */
export interface Readiness {
  database: string;
  migrations: string;
  cluster: string;
}

export function checkReadiness({ db, cluster }: Pick<AppContext, "db" | "cluster">): Readiness {
  return {
    database: check("the database does not answer", () => db.get(sql`select 1`) !== undefined),
    migrations: check("the database is not at this version's schema", () => isAtNewestMigration(db)),
    cluster: check("the cluster can't be reached", () => cluster.connection().state === "connected"),
  };
}

function check(wrong: string, isRight: () => boolean): string {
  try {
    return isRight() ? "ok" : wrong;
  } catch {
    return wrong;
  }
}
