import { sql } from "drizzle-orm";
import { getApp } from "@/lib/boot";

export const dynamic = "force-dynamic";

/** Able to work: the database answers and the cluster is connected. */
export function GET(): Response {
  const checks = { database: checkDatabase(), cluster: checkCluster() };
  const ready = Object.values(checks).every((check) => check === "ok");
  return Response.json(
    { status: ready ? "ok" : "unavailable", checks },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

function checkDatabase(): string {
  try {
    getApp().db.run(sql`select 1`);
    return "ok";
  } catch {
    return "the database does not answer";
  }
}

function checkCluster(): string {
  try {
    return getApp().cluster.connection().state === "connected" ? "ok" : "the cluster can't be reached";
  } catch {
    return "the app is still starting";
  }
}
