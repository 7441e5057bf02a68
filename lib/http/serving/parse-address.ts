import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** The parameters of the path. Throws AppError `not_found` for an invalid one. */
export function parseParams(schema: z.ZodObject | undefined, raw: Record<string, string>): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [wrong] = parsed.error.issues[0]?.path ?? [];
  const what = wrong === "name" ? "store of that name" : "such thing";
  throw new AppError("not_found", `There is no ${what}.`);
}

/** The parameters of the query string. Throws AppError `invalid` for a repeated one. */
export function parseQuery(schema: z.ZodObject | undefined, request: Request): unknown {
  if (schema === undefined) return undefined;
  const search = new URL(request.url).searchParams;
  for (const key of new Set(search.keys())) {
    if (search.getAll(key).length > 1) {
      throw new AppError("invalid", `The parameter “${key.slice(0, 60)}” is repeated. Send it once.`, {
        field: key.slice(0, 60),
      });
    }
  }
  return schema.parse(Object.fromEntries(search));
}
