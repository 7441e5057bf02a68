import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { Precondition } from "@/lib/services/precondition";

/** The strong ETag of a representation. */
export function etagOf(json: string): string {
  return `"${createHash("sha256").update(json).digest("base64url").slice(0, 27)}"`;
}

/** Whether a list of ETags, as in If-None-Match, contains this one, strong or weak. */
export function isNamedIn(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return tagsOf(header).some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);
}

/** The precondition of a request's If-Match header: the resource has not changed. Weak ETags never match. */
export function ifMatch<T>(request: Request, toResource: (seen: T) => unknown): Precondition<T> {
  const header = request.headers.get("if-match");
  return (seen) => {
    if (header === null) return;
    const etag = etagOf(JSON.stringify(toResource(seen)));
    if (tagsOf(header).some((tag) => tag === "*" || tag === etag)) return;
    throw new AppError("precondition_failed", "This has changed since you read it. Read it again and retry.");
  };
}

function tagsOf(header: string): string[] {
  return header.match(/\*|(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
}
