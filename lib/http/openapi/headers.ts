import { z } from "zod";

const header = (id: string, description: string, example: string) =>
  z.string().meta({ description, example, header: { id } });

/** On every response. The rate limit headers are missing while the limiter fails. */
export const answerHeaders = {
  "X-Request-Id": header(
    "RequestId",
    "Identifies the request in the server's log and in the audit log.",
    "54a19eb6-eeaf-4d49-9d11-8a5eb163186d",
  ),
  RateLimit: header(
    "RateLimit",
    "For each limit that the request counts against: remaining requests (r), and seconds until one more is available (t).",
    '"requests";r=98;t=57',
  ).optional(),
  "RateLimit-Policy": header(
    "RateLimitPolicy",
    "The limits: requests (q) within a window in seconds (w), counted per account, or per IP address without an account.",
    '"requests";q=100;w=60',
  ).optional(),
};

export const retryAfter = header("RetryAfter", "Seconds until the next request succeeds.", "42");

export const etag = header(
  "ETag",
  "Identifies this version of the resource. Send it as If-None-Match or If-Match.",
  '"hB3VnUzX0sxZmRk2Yy1c7hG9aQe"',
);

export const location = header("Location", "The address of the resource.", "/api/stores/store1").optional();

export const replayed = header(
  "IdempotencyReplayed",
  "`true` if this is the stored response to an earlier request.",
  "true",
).optional();

const asked = (name: string, description: string, example: string) =>
  z
    .string()
    .optional()
    .meta({ description, example, param: { name, in: "header" } });

export const idempotencyKey = z
  .string()
  .regex(/^[!-~]{1,255}$/)
  .optional()
  .meta({
    description:
      "A key that you choose, unique for each resource that you create. The same request with the same key gets the same response for 24 hours. A different request with the same key gets 409.",
    example: "7c1f2a52-order-66",
    param: { name: "Idempotency-Key", in: "header" },
  });

export const ifNoneMatch = asked(
  "If-None-Match",
  "The ETag that you have. The response is 304 if it has not changed.",
  '"hB3VnUzX0sxZmRk2Yy1c7hG9aQe"',
);

export const ifMatch = asked(
  "If-Match",
  "The ETag that you read. The response is 412, and nothing is changed, if the resource has changed since.",
  '"hB3VnUzX0sxZmRk2Yy1c7hG9aQe"',
);

export const lastEventId = asked(
  "Last-Event-ID",
  "Id of the last message that you received. The stream continues after it. Browsers send it when they reconnect.",
  "412",
);
