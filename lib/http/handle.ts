import { randomUUID } from "node:crypto";
import { authenticateRequest } from "@/lib/auth/authenticate-request";
import { getApp } from "@/lib/boot";
import type { Ctx } from "@/lib/services/context";
import { assertSameOrigin } from "./assert-same-origin";
import { problemResponse, toProblemResponse } from "./problem";

type Params = Record<string, string>;

const reads = new Set(["GET", "HEAD"]);

/**
 * Makes a route handler of a function that knows who asks. Every error becomes a problem answer here,
 * once; what was not foreseen is logged under an id that the answer names, and says nothing else.
 */
export function handle<P extends Params = Params>(
  respond: (request: Request, ctx: Ctx, params: P) => Response | Promise<Response>,
) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      const app = getApp();
      const actor = await authenticateRequest(request, app);
      if (actor.via === "session" && !reads.has(request.method)) assertSameOrigin(request);
      const response = await respond(request, { app, actor }, await context.params);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
      return response;
    } catch (error) {
      return toProblemResponse(error) ?? unforeseen(error, request);
    }
  };
}

function unforeseen(error: unknown, request: Request): Response {
  const id = randomUUID();
  getApp().log.error(
    { err: error, id, method: request.method, path: new URL(request.url).pathname },
    "Request failed",
  );
  return problemResponse({
    code: "internal",
    detail: `Something went wrong on our side. Try again; if it stays, look for ${id} in the server's log.`,
    id,
  });
}
