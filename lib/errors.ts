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
