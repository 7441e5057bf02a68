import { z } from "zod";
import { roles } from "@/lib/domain/actor";
import type { Account } from "@/lib/services/accounts/to-account-view";

const instant = z.iso.datetime();

/** An account as the API gives it. */
export const userResource = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(roles),
    signInMethods: z
      .array(z.string())
      .meta({ description: "How it can sign in: password, or the id of a provider." }),
    storesOwned: z.number().int(),
    createdAt: instant,
    lastSignInAt: instant.nullable(),
    disabledAt: instant.nullable().meta({ description: "Since when it is locked out." }),
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
