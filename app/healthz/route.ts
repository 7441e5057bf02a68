export const dynamic = "force-dynamic";

/** Liveness: the process answers. /readyz checks whether it can work. */
export function GET(): Response {
  return Response.json(
    { status: "ok", checks: { process: "ok" } },
    { headers: { "Cache-Control": "no-store" } },
  );
}
