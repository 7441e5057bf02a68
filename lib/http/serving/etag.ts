import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { Precondition } from "@/lib/services/precondition";

/** The strong validator of a representation: equal bytes, equal tag. */
export function etagOf(json: string): string {
  return `"${createHash("sha256").update(json).digest("base64url").slice(0, 27)}"`;
}

/** Whether a list of tags, as If-None-Match has it, names this one; a weak spelling of it counts too. */
export function isNamedIn(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return tagsOf(header).some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);
}

/**
 * The precondition that a request's If-Match states: that the thing is still what its asker read. Weak tags never
 * match: they promise less.
 */
export function ifMatch<T>(request: Request, toResource: (seen: T) => unknown): Precondition<T> {
  const header = request.headers.get("if-match");
  return (seen) => {
    if (header === null) return;
    const etag = etagOf(JSON.stringify(toResource(seen)));
    if (tagsOf(header).some((tag) => tag === "*" || tag === etag)) return;
    throw new AppError(
      "precondition_failed",
      "This has changed since you read it. Read it again, and decide anew.",
    );
  };
}

function tagsOf(header: string): string[] {
  return header.match(/\*|(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
}
