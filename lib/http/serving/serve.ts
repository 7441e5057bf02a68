import type { z } from "zod";
import { authenticateRequest } from "@/lib/auth/authenticate-request";
import { requestOrigin } from "@/lib/auth/request-origin";
import { getApp } from "@/lib/get-app";
import { answerOnce } from "@/lib/services/answer-once";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import type { Precondition } from "@/lib/services/precondition";
import type { Operation } from "../contract/operation";
import { assertAccess } from "./assert-access";
import { assertSameOrigin } from "./assert-same-origin";
import { auditRefusal } from "./audit-refusal";
import { countRequest } from "./count-request";
import { ifMatch } from "./etag";
import { parseParams, parseQuery } from "./parse-address";
import { internalProblem, toProblemResponse } from "./problem";
import { readIdempotencyKey } from "./read-idempotency-key";
import { readJson } from "./read-json";
import { recordResponse } from "./record-response";
import { type Reply, sendReply, sendRepresentation } from "./reply";

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a handler gets: the caller and the parsed input. */
export interface Call<O extends Operation> {
  ctx: O["access"]["who"] extends "anyone" ? AnonymousCtx | Ctx : Ctx;
  params: Parsed<O["params"]>;
  query: Parsed<O["query"]>;
  body: Parsed<O["body"]>;
  request: Request;
  /** The precondition of the If-Match header, for changes (services/precondition.ts). */
  ifMatch<T>(toResource: (seen: T) => unknown): Precondition<T>;
}

/** A handler with Idempotency-Key is synchronous: it runs in the transaction that stores its response. */
type Answered<O extends Operation> = O["idempotent"] extends true
  ? Reply
  : Reply | Response | Promise<Reply | Response>;
type Handler<O extends Operation> = (call: Call<O>) => Answered<O>;
/** The framework passes undefined, not an empty object, for a path without parameters. */
type RouteContext = { params: Promise<Record<string, string> | undefined> };

/**
 * Builds the route handler of an operation. Before `respond` runs, it authenticates the caller, counts the request,
 * checks the access rule and parses the input. All errors become problem responses here; an unexpected one is logged
 * under the request's id, and its response contains nothing else.
 */
export function serve<O extends Operation>(operation: O, respond: Handler<O>) {
  return async (request: Request, { params }: RouteContext): Promise<Response> => {
    const begunAt = performance.now();
    const app = getApp();
    const origin = requestOrigin(request.headers, app.settings.trustedProxies);
    const { ctx, denied } = await identify(operation, request, { app, actor: null, origin });
    const raw = (await params) ?? {};
    let response: Response;
    let rateHeaders: Record<string, string> = {};
    try {
      const { headers, refusal } = await countRequest(ctx, operation);
      rateHeaders = headers;
      if (refusal) throw refusal;
      if (denied) throw denied;
      assertAccess(operation.access, ctx.actor);
      if (ctx.actor?.credential.kind === "session" && operation.method !== "GET") assertSameOrigin(request);
      const call = {
        ctx,
        params: parseParams(operation.params, raw),
        query: parseQuery(operation.query, request),
        body: operation.body?.parse(await readJson(request)),
        request,
        ifMatch: (toResource) => ifMatch(request, toResource),
      } as Call<O>;
      const key = operation.idempotent ? readIdempotencyKey(request) : null;
      const answer = key === null ? await respond(call) : respondOnce(operation, call, key, respond);
      response = send(operation, request, answer);
    } catch (error) {
      auditRefusal(ctx, operation, raw, error);
      response = toProblemResponse(error) ?? internalProblem(ctx, request, error);
    }
    if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Request-Id", origin.requestId);
    for (const [name, value] of Object.entries(rateHeaders)) response.headers.set(name, value);
    recordResponse(ctx, operation, response.status, performance.now() - begunAt);
    return response;
  };
}

/** The caller. A failed authentication is returned as `denied`, so that the request is counted before it is refused. */
async function identify(
  operation: Operation,
  request: Request,
  ctx: AnonymousCtx,
): Promise<{ ctx: AnonymousCtx | Ctx; denied?: unknown }> {
  if (operation.access.who === "anyone") return { ctx };
  try {
    return { ctx: { ...ctx, actor: await authenticateRequest(request, ctx.app) } };
  } catch (denied) {
    return { ctx, denied };
  }
}

function respondOnce<O extends Operation>(
  operation: O,
  call: Call<O>,
  key: string,
  respond: Handler<O>,
): Reply {
  const { params, query, body } = call;
  const request = JSON.stringify([operation.id, params, query, body]);
  const { answer, replayed } = answerOnce(call.ctx as Ctx, { key, request }, () => respond(call) as Reply);
  return replayed ? { ...answer, headers: { ...answer.headers, "Idempotency-Replayed": "true" } } : answer;
}

function send(operation: Operation, request: Request, answer: Reply | Response): Response {
  if (answer instanceof Response) return answer;
  const isRepresentation =
    operation.conditional && operation.method !== "DELETE" && answer.body !== undefined;
  return isRepresentation ? sendRepresentation(answer, request) : sendReply(answer);
}
