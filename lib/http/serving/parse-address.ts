import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** Parameters of the path: one that can't be names a thing that does not exist. */
export function parseParams(schema: z.ZodObject | undefined, raw: Record<string, string>): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [wrong] = parsed.error.issues[0]?.path ?? [];
  const what = wrong === "name" ? "store of that name" : "such thing";
  throw new AppError("not_found", `There is no ${what}.`);
}

/** The query string; a parameter that comes twice is refused, since only one of the two could be meant. */
export function parseQuery(schema: z.ZodObject | undefined, request: Request): unknown {
  if (schema === undefined) return undefined;
  const search = new URL(request.url).searchParams;
  for (const key of new Set(search.keys())) {
    if (search.getAll(key).length > 1) {
      throw new AppError("invalid", `Give “${key.slice(0, 60)}” once.`, { field: key.slice(0, 60) });
    }
  }
  return schema.parse(Object.fromEntries(search));
}
