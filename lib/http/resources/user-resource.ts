import { z } from "zod";
import { roles } from "@/lib/domain/actor";
import type { Account } from "@/lib/services/accounts/to-account-view";

const instant = z.iso.datetime();

/** An account as the API returns it. */
export const userResource = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(roles),
    signInMethods: z.array(z.string()).meta({ description: "`password`, and the ids of providers." }),
    storesOwned: z.number().int(),
    createdAt: instant,
    lastSignInAt: instant.nullable(),
    disabledAt: instant.nullable().meta({ description: "When the account was disabled." }),
  })
  .meta({ id: "User" });

export type UserResource = z.infer<typeof userResource>;

export function toUserResource(account: Account): UserResource {
  return {
    id: account.id,
    email: account.email,
    role: account.role,
    signInMethods: account.signInMethods,
    storesOwned: account.storesOwned,
    createdAt: account.createdAt.toISOString(),
    lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    disabledAt: account.disabledAt?.toISOString() ?? null,
  };
}
