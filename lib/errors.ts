export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "limit_reached"
  | "precondition_failed"
  | "invalid"
  | "too_large"
  | "unavailable"
  | "rate_limited";

/**
 * The one error that crosses rooms. Its message is a sentence for the user and names the next move;
 * the edge turns it into an HTTP problem, a form message or a timeline entry.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** The input field the message belongs to, where there is one. */
  readonly field?: string;
  /** Of `rate_limited`: seconds until it is worth trying again. */
  readonly retryAfterS?: number;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; field?: string; retryAfterS?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.field = options.field;
    this.retryAfterS = options.retryAfterS;
  }
}

/** Asked by name: pages, routes and what booted the app are bundles of their own, and each has loaded the class for itself. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError";
}
