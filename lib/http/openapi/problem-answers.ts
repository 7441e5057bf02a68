import { z } from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import type { Operation } from "../contract/operation";
import { problemResource } from "../resources/problem-resource";
import { answerHeaders, retryAfter } from "./headers";

const descriptions: Record<number, { id: string; description: string }> = {
  400: { id: "BadRequest", description: "The body is no JSON, or has a key twice." },
  401: { id: "Unauthenticated", description: "There is no credential, or none that is valid." },
  403: { id: "Forbidden", description: "The credential, or the account's role, does not go that far." },
  404: { id: "NotFound", description: "It does not exist, or not for you." },
  409: { id: "Conflict", description: "It can't be done as things are now; or a limit is reached." },
  412: { id: "PreconditionFailed", description: "It has changed since you read it." },
  413: { id: "TooLarge", description: "The body has more than 64 kB." },
  415: { id: "UnsupportedMediaType", description: "The body does not say that it is JSON." },
  422: { id: "Invalid", description: "Something that was sent is not valid; each field is named." },
  429: { id: "RateLimited", description: "You ask too often. Retry-After says when to come back." },
  500: { id: "Internal", description: "Our fault. `id` is what to look for in the server's log." },
  503: { id: "Unavailable", description: "It can't be done at the moment." },
};

/** The statuses of the problems that an operation can answer: those of its own, and those that its kind has. */
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

/** One object a status: the document refers to it by its name. */
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
  if (!answer) throw new Error(`Nobody has said what a problem with the status ${status} means.`);
  return answer;
}
