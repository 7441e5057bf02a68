import { AppError } from "@/lib/errors";

/** The Idempotency-Key of a request, or null. Throws AppError `invalid` for a malformed one. */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError(
    "invalid",
    "An Idempotency-Key must have 1 to 255 visible ASCII characters, without spaces.",
    {
      field: "Idempotency-Key",
    },
  );
}
