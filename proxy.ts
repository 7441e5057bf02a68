import { type NextRequest, NextResponse } from "next/server";

/**
 * POST /stores and DELETE /stores/{name}, as the project's first README has them, are the API's own calls;
 * the dashboard's pages live at the same addresses. Nothing is decided here: the routes authorise.
 */
export function proxy(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  if (request.method === "GET" || request.method === "HEAD") {
    if (url.pathname !== "/stores") return NextResponse.next();
    url.pathname = "/";
    return NextResponse.redirect(url);
  }
  url.pathname = `/api${url.pathname}`;
  return NextResponse.rewrite(url);
}

export const config = { matcher: ["/stores", "/stores/:name"] };
