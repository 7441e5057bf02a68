import { AppError } from "@/lib/errors";

/**
 * A write that a cookie vouches for must come from this app's own pages. Browsers say where a request comes
 * from; a program has no such headers and uses a token instead of a cookie.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  if (site === null && isOwnOrigin(request)) return;
  throw new AppError(
    "forbidden",
    "This request did not come from the dashboard itself. Programs sign in with an API token (Authorization: Bearer sy_…).",
  );
}

function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
