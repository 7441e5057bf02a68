import { getApp } from "@/lib/get-app";
import { checkReadiness } from "@/lib/services/check-readiness";

export const dynamic = "force-dynamic";

/** Readiness: the database answers and has the current schema, and the cluster is connected. */
export function GET(): Response {
  const checks = checkReadiness(getApp());
  const ready = Object.values(checks).every((check) => check === "ok");
  return Response.json(
    { status: ready ? "ok" : "unavailable", checks },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
