import { STATUS_CODES } from "node:http";
import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import {
  type FieldProblem,
  type Problem,
  type ProblemCode,
  statusOfCode,
} from "../resources/problem-resource";

interface ProblemParts {
  code: ProblemCode;
  detail: string;
  /** Overrides the code's own status, e.g. 400 or 415 for `invalid`. */
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

/** The response to an AppError, a ZodError or a thrown response; null for an unexpected error. */
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

/** The response to an unexpected error: its id alone. The log has the id with the stack. */
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
    detail: `An internal error occurred. Try again. If it persists, look for ${id} in the server's log.`,
    id,
  });
}

function zodProblem(error: ZodError): ProblemParts {
  const errors = error.issues.flatMap((issue): FieldProblem[] => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") return [{ field: path.join("."), message: sentenceOf(issue) }];
    return issue.keys.map((key) => ({
      field: [...path, shorten(key)].join("."),
      message: `Unknown field “${shorten(key)}”.`,
    }));
  });
  const first = errors[0];
  return {
    code: "invalid",
    detail: first?.message ?? "The input is invalid.",
    field: first?.field,
    errors,
  };
}

/** Replaces zod's default message for a wrong type, which is not meant for people. */
function sentenceOf(issue: ZodError["issues"][number]): string {
  if (issue.code !== "invalid_type" || !issue.message.startsWith("Invalid input")) return issue.message;
  if (issue.path.length === 0) return "The body must be a JSON object.";
  return `“${issue.path.join(".")}” must be of type ${issue.expected}.`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
