import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** Where a page ended, as text that its reader gives back and need not understand. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Throws AppError `invalid` for what no list gave. */
export function decodeCursor<T>(shape: z.ZodType<T>, cursor: string): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid", "This cursor is not one that a list gave. Start again without it.", {
      cause,
      field: "cursor",
    });
  }
}
