import { z } from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import type { Operation } from "../contract/operation";
import { problemResource } from "../resources/problem-resource";
import { answerHeaders, retryAfter } from "./headers";

const descriptions: Record<number, { id: string; description: string }> = {
  400: { id: "BadRequest", description: "The body is not valid JSON, or has a duplicate key." },
  401: { id: "Unauthenticated", description: "The credential is missing or invalid." },
  403: { id: "Forbidden", description: "The account's role or the token's scope is not sufficient." },
  404: { id: "NotFound", description: "The resource does not exist, or you have no access to it." },
  409: { id: "Conflict", description: "The current state does not allow the request, or a cap is reached." },
  412: { id: "PreconditionFailed", description: "The resource has changed since you read it." },
  413: { id: "TooLarge", description: "The body is larger than 64 kB." },
  415: { id: "UnsupportedMediaType", description: "The content type is not JSON." },
  422: { id: "Invalid", description: "The input is invalid. `errors` lists each invalid field." },
  429: { id: "RateLimited", description: "Rate limit exceeded. Retry after `Retry-After` seconds." },
  500: { id: "Internal", description: "An error of the server. `id` identifies it in the server's log." },
  503: { id: "Unavailable", description: "Temporarily not available." },
};

/** The statuses of all problems that an operation can answer with: listed ones, and those that follow from its access and input. */
export function problemsOf(operation: Operation): number[] {
  const { access, method, params, query, body, idempotent, conditional, rate } = operation;
  const isRead = method === "GET";
  const readsFreely =
    isRead && (access.who === "account" || (access.who === "member" && access.verb === "read"));
  const statuses = new Set<number>([429, 500, ...(operation.problems ?? [])]);
  const add = (applies: unknown, ...more: number[]) => {
    if (applies) for (const status of more) statuses.add(status);
  };
  add(access.who !== "anyone", 401);
  add(access.who !== "anyone" && !readsFreely, 403);
  add(params, 404);
  add(body, 400, 413, 415, 422);
  add(query || idempotent, 422);
  add(idempotent, 409);
  add(conditional && !isRead, 412);
  add(rate === "sign-in", 503);
  return [...statuses].sort((a, b) => a - b);
}

/** One object per status, so that the document refers to it by name. */
const answers = new Map(
  Object.entries(descriptions).map(([status, known]): [number, ZodOpenApiResponseObject] => [
    Number(status),
    {
      ...known,
      headers: z.object({ ...answerHeaders, ...(status === "429" && { "Retry-After": retryAfter }) }),
      content: { "application/problem+json": { schema: problemResource } },
    },
  ]),
);

export function problemAnswer(status: number): ZodOpenApiResponseObject {
  const answer = answers.get(status);
  if (!answer) throw new Error(`There is no description of problems with the status ${status}.`);
  return answer;
}
