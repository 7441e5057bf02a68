import { AppError } from "@/lib/errors";

/**
 * Checks that a write with a session cookie comes from this app's own pages (CSRF). Browsers send the origin of a
 * request; programs don't, and use a token instead of a cookie. Throws AppError `forbidden`.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  if (site === null && isOwnOrigin(request)) return;
  throw new AppError(
    "forbidden",
    "A request with a session cookie must come from the dashboard's own pages. Programs send an API token (Authorization: Bearer sy_…).",
  );
}

function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
