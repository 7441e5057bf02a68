import { etagOf, isNamedIn } from "./etag";

/** What a handler answers: JSON that can be looked at, kept and compared before it is sent. */
export interface Reply {
  status: number;
  /** Absent: no body. */
  body?: unknown;
  headers?: Record<string, string>;
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** Made at once; `location` is where it is from now on. */
export function created(body: unknown, location?: string): Reply {
  return { status: 201, body, headers: location === undefined ? undefined : { Location: location } };
}

/** Begun, and going on by itself: `location` is where to look. */
export function accepted(body: unknown, location: string): Reply {
  return { status: 202, body, headers: { Location: location } };
}

export function noContent(): Reply {
  return { status: 204 };
}

export function sendReply({ status, body, headers }: Reply): Response {
  return body === undefined
    ? new Response(null, { status, headers })
    : Response.json(body, { status, headers });
}

/**
 * A representation with its ETag, or 304 for who has it already. Caches may keep it for its reader, and ask each time
 * whether it is still so.
 */
export function sendRepresentation({ status, body, headers }: Reply, request: Request): Response {
  const json = JSON.stringify(body);
  const etag = etagOf(json);
  const shared = { ETag: etag, "Cache-Control": "private, no-cache", Vary: "Authorization, Cookie" };
  if (request.method === "GET" && isNamedIn(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers: { ...shared, ...headers } });
  }
  return new Response(json, {
    status,
    headers: { "Content-Type": "application/json", ...shared, ...headers },
  });
}
