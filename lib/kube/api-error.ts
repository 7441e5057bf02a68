import { AppError, type ErrorCode, isAppError } from "@/lib/errors";

/** The API server answered with this status; `retryAfterMs` where it sent Retry-After. */
export class ApiError extends Error {
  readonly status: number;
  readonly reason?: string;
  readonly retryAfterMs?: number;

  constructor(status: number, message: string, options: { reason?: string; retryAfterMs?: number } = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.reason = options.reason;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Reads the answer to a refused request: a Status object, or the text of a proxy. */
export function parseApiError(status: number, body: string, retryAfter?: string): ApiError {
  const seconds = Number(retryAfter);
  const retryAfterMs = retryAfter !== undefined && Number.isFinite(seconds) ? seconds * 1000 : undefined;
  try {
    const { message, reason } = JSON.parse(body) as { message?: string; reason?: string };
    return new ApiError(status, message || reason || `HTTP ${status}`, { reason, retryAfterMs });
  } catch {
    return new ApiError(status, body.trim().slice(0, 300) || `HTTP ${status}`, { retryAfterMs });
  }
}

const codesByStatus: Record<number, ErrorCode> = {
  400: "invalid",
  403: "forbidden",
  404: "not_found",
  405: "invalid",
  409: "conflict",
  410: "unavailable",
  413: "too_large",
  415: "invalid",
  422: "invalid",
};

/** Maps any failure of a request to the errors that the Kube port documents. */
export function toAppError(cause: unknown): AppError {
  if (isAppError(cause)) return cause;
  if (!(cause instanceof ApiError)) return unavailable(describeFailure(cause), cause);
  const code = codesByStatus[cause.status];
  if (code) return new AppError(code, cause.message, { cause });
  if (cause.status === 401) {
    const message = "The cluster refuses the credentials of the kubeconfig. Check its user.";
    return new AppError("unavailable", message, { cause });
  }
  return unavailable(cause.message, cause);
}

/** What a connection failed with, in a few words: `connect ECONNREFUSED 10.244.0.1:6443`. */
export function describeFailure(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === "TimeoutError" || cause.name === "AbortError") return "no answer in time";
  // With several addresses, Node wraps their errors into an AggregateError with an empty message.
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  // undici's error for a connection that the other side closed, before or during an answer.
  if ((cause as NodeJS.ErrnoException).code === "UND_ERR_SOCKET" || cause.message === "terminated") {
    return "the connection broke";
  }
  return cause.message || (cause as NodeJS.ErrnoException).code || cause.name;
}

function unavailable(detail: string, cause: unknown): AppError {
  return new AppError("unavailable", `The cluster does not answer (${detail}).`, { cause });
}
