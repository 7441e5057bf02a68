import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** The end of a page as opaque text, which the client sends back. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Throws AppError `invalid` for text that is not a cursor. */
export function decodeCursor<T>(shape: z.ZodType<T>, cursor: string): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid", "The cursor is not valid. Request the first page without a cursor.", {
      cause,
      field: "cursor",
    });
  }
}
