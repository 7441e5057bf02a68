export const dynamic = "force-dynamic";

/** Alive: the process answers, and nothing else is asked. Whether it can work is what /readyz says. */
export function GET(): Response {
  return Response.json(
    { status: "ok", checks: { process: "ok" } },
    { headers: { "Cache-Control": "no-store" } },
  );
}
