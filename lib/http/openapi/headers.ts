import { z } from "zod";

const header = (id: string, description: string, example: string) =>
  z.string().meta({ description, example, header: { id } });

/** On every answer; those of the rate limits are left out where the limiter itself is broken. */
export const answerHeaders = {
  "X-Request-Id": header(
    "RequestId",
    "Names the request in the server's log and in the audit log.",
    "54a19eb6-eeaf-4d49-9d11-8a5eb163186d",
  ),
  RateLimit: header(
    "RateLimit",
    "What is left of each limit that the request counted against (r), and in how many seconds there is more (t).",
    '"requests";r=98;t=57',
  ).optional(),
  "RateLimit-Policy": header(
    "RateLimitPolicy",
    "The limits: so many requests (q) within so many seconds (w), counted by account, before a sign-in by address.",
    '"requests";q=100;w=60',
  ).optional(),
};

export const retryAfter = header("RetryAfter", "Seconds until there is room again.", "42");

export const etag = header(
  "ETag",
  "Stands for this very representation: send it back in If-None-Match or If-Match.",
  '"hB3VnUzX0sxZmRk2Yy1c7hG9aQe"',
);

export const location = header(
  "Location",
  "Where the thing is from now on.",
  "/api/stores/store1",
).optional();

export const replayed = header(
  "IdempotencyReplayed",
  "`true` where this is the answer of before, and nothing was done anew.",
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
      "Chosen by you, one for each thing that you want once. The same request with the same key gets the same answer for 24 hours; another request with it is a conflict.",
    example: "7c1f2a52-order-66",
    param: { name: "Idempotency-Key", in: "header" },
  });

export const ifNoneMatch = asked(
  "If-None-Match",
  "The ETag of what you have: 304 while it is still so.",
  '"hB3VnUzX0sxZmRk2Yy1c7hG9aQe"',
);

export const ifMatch = asked(
  "If-Match",
  "The ETag of what you read: where it has changed since, nothing is done and the answer is 412.",
  '"hB3VnUzX0sxZmRk2Yy1c7hG9aQe"',
);

export const lastEventId = asked(
  "Last-Event-ID",
  "Id of the last message that you have; the stream goes on after it. Browsers send it by themselves.",
  "412",
);
