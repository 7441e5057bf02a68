import { z } from "zod";
import { scopes } from "@/lib/domain/actor";
import type { ApiToken } from "@/lib/services/accounts/list-my-tokens";

const instant = z.iso.datetime();

/** An API token as the API returns it, without its secret. */
export const tokenResource = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: "The first characters of the token." }),
    scope: z.enum(scopes),
    createdAt: instant,
    expiresAt: instant.nullable().meta({ description: "Null if the token never expires." }),
    lastUsedAt: instant.nullable().meta({ description: "Rounded to the minute." }),
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
