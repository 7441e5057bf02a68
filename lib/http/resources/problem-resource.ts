import { z } from "zod";
import type { ErrorCode } from "@/lib/errors";

/** Codes of problems: those of AppError, and `internal` for unexpected errors. */
export type ProblemCode = ErrorCode | "internal";

export interface FieldProblem {
  field: string;
  message: string;
}

/** RFC 9457. `code` is for programs, `detail` is a sentence for people. */
export interface Problem {
  type: "about:blank";
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  field?: string;
  errors?: FieldProblem[];
  /** Identifies an internal error in the log. */
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

/** The body of every error, as in RFC 9457. */
export const problemResource = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.number().int(),
    code: z
      .enum(Object.keys(statusOfCode) as (keyof typeof statusOfCode)[])
      .meta({ description: "Stable, for programs." }),
    detail: z.string().meta({ description: "A sentence for people, which says what to do." }),
    field: z.string().optional().meta({ description: "The first invalid field." }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Every invalid field." }),
    id: z.string().optional().meta({ description: "Identifies an internal error in the server's log." }),
  })
  .meta({ id: "Problem" });
