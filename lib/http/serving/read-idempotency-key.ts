import { AppError } from "@/lib/errors";

/** The key by which a client asks for the same thing once; null where it sent none. Throws AppError `invalid`. */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new AppError("invalid", "An Idempotency-Key has 1 to 255 visible ASCII characters, without spaces.", {
    field: "Idempotency-Key",
  });
}
