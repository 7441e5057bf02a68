export const dynamic = "force-dynamic";

/** Alive: the process answers. Whether it can work is what /readyz says. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
