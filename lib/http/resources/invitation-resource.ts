import { z } from "zod";
import { roles } from "@/lib/domain/actor";
import type { Invitation } from "@/lib/services/accounts/list-invitations";

const instant = z.iso.datetime();

/** An invitation as the API returns it, without its link. */
export const invitationResource = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(roles),
    invitedBy: z
      .string()
      .nullable()
      .meta({ description: "E-mail address of the admin. Null if the account was deleted." }),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "Invitation" });

export type InvitationResource = z.infer<typeof invitationResource>;

export function toInvitationResource(invitation: Invitation): InvitationResource {
  return {
    ...invitation,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
