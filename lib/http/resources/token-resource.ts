import { z } from "zod";
import { scopes } from "@/lib/domain/actor";
import type { ApiToken } from "@/lib/services/accounts/list-my-tokens";

const instant = z.iso.datetime();

/** An API token as the API gives it: without its secret. */
export const tokenResource = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: "Its first characters, to know it by." }),
    scope: z.enum(scopes),
    createdAt: instant,
    expiresAt: instant.nullable().meta({ description: "null: it does not run out." }),
    lastUsedAt: instant.nullable().meta({ description: "To the minute." }),
  })
  .meta({ id: "ApiToken" });

export type TokenResource = z.infer<typeof tokenResource>;

export function toTokenResource(token: ApiToken): TokenResource {
  return {
    id: token.id,
    name: token.name,
    prefix: token.prefix,
    scope: token.scope,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  };
}
