import { sql } from "drizzle-orm";
import { isAtNewestMigration } from "@/lib/db/is-at-newest-migration";
import type { AppContext } from "./app-context";

/** State of each dependency: `ok` or the problem. */
export interface Readiness {
  database: string;
  migrations: string;
  cluster: string;
}

export function checkReadiness({ db, cluster }: Pick<AppContext, "db" | "cluster">): Readiness {
  return {
    database: check("the database does not answer", () => db.get(sql`select 1`) !== undefined),
    migrations: check("the database's schema is not that of this version", () => isAtNewestMigration(db)),
    cluster: check("the cluster does not answer", () => cluster.connection().state === "connected"),
  };
}

function check(wrong: string, isRight: () => boolean): string {
  try {
    return isRight() ? "ok" : wrong;
  } catch {
    return wrong;
  }
}
