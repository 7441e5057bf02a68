import { STATUS_CODES } from "node:http";
import { ZodError } from "zod";
import { type ErrorCode, isAppError } from "@/lib/errors";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";

/** Codes of answers: what can go wrong by rule, and `internal` for what should not have. */
export type ProblemCode = ErrorCode | "internal";

export interface FieldProblem {
  field: string;
  message: string;
}

/** RFC 9457. `code` is what programs should look at; `detail` is a sentence for people. */
export interface Problem {
  type: "about:blank";
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  field?: string;
  errors?: FieldProblem[];
  /** Of an internal error: what to look for in the log. */
  id?: string;
}

export const statusOfCode: Record<ProblemCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 409,
  precondition_failed: 412,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

interface ProblemParts {
  code: ProblemCode;
  detail: string;
  /** Where the code's own status is too coarse, e.g. 400 or 415 for `invalid`. */
  status?: number;
  field?: string;
  errors?: FieldProblem[];
  id?: string;
  headers?: Record<string, string>;
}

export function problemResponse({ headers, ...parts }: ProblemParts): Response {
  const status = parts.status ?? statusOfCode[parts.code];
  const problem: Problem = {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    ...parts,
    status,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...(status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
      ...headers,
    },
  });
}

/** The answer to an error that was foreseen; null for one that was not. */
export function toProblemResponse(error: unknown): Response | null {
  if (error instanceof Response) return error;
  if (error instanceof ZodError) return problemResponse(zodProblem(error));
  if (isAppError(error)) {
    const { code, message, field, retryAfterS } = error;
    const errors = field === undefined ? undefined : [{ field, message }];
    const headers = retryAfterS === undefined ? undefined : { "Retry-After": String(retryAfterS) };
    return problemResponse({ code, detail: message, field, errors, headers });
  }
  return null;
}

/** What was not foreseen: logged with its stack, told by the request's id alone. */
export function internalProblem(
  { app, origin }: AnonymousCtx | Ctx,
  request: Request,
  error: unknown,
): Response {
  const id = origin.requestId;
  app.log.error(
    { err: error, requestId: id, method: request.method, path: new URL(request.url).pathname },
    "Request failed",
  );
  return problemResponse({
    code: "internal",
    detail: `Something went wrong on our side. Try again; if it stays, look for ${id} in the server's log.`,
    id,
  });
}

function zodProblem(error: ZodError): ProblemParts {
  const errors = error.issues.flatMap((issue): FieldProblem[] => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") return [{ field: path.join("."), message: sentenceOf(issue) }];
    return issue.keys.map((key) => ({
      field: [...path, shorten(key)].join("."),
      message: `There is no field “${shorten(key)}” here.`,
    }));
  });
  const first = errors[0];
  return {
    code: "invalid",
    detail: first?.message ?? "This input is not valid.",
    field: first?.field,
    errors,
  };
}

/** A schema that says nothing of a wrong type leaves zod's own words, which are no sentence for people. */
function sentenceOf(issue: ZodError["issues"][number]): string {
  if (issue.code !== "invalid_type" || !issue.message.startsWith("Invalid input")) return issue.message;
  if (issue.path.length === 0) return "The body must be a JSON object.";
  return `“${issue.path.join(".")}” must be of type ${issue.expected}.`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
