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
 * The error that crosses module boundaries. Its message is a sentence for the user and names the next step. The edge
 * turns it into an HTTP problem, a form message or a timeline entry.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** The input field that the message is about. */
  readonly field?: string;
  /** For `rate_limited`: seconds until the next attempt can succeed. */
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

/**
 * Compares the name, because pages, routes and the server are separate bundles, each with its own copy of the class.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError";
}
