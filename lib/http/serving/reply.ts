import { etagOf, isNamedIn } from "./etag";

/** What a handler returns: a JSON response that can be stored or compared before it is sent. */
export interface Reply {
  status: number;
  /** Absent for an empty body. */
  body?: unknown;
  headers?: Record<string, string>;
}

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** 201: created. `location` is the address of the new resource. */
export function created(body: unknown, location?: string): Reply {
  return { status: 201, body, headers: location === undefined ? undefined : { Location: location } };
}

/** 202: accepted; the operation at `location` makes the change in the background. */
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

/** A representation with its ETag, or 304 if the client has it already. Caches must revalidate it each time. */
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
