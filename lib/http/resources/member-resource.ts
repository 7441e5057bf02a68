import { z } from "zod";
import { storeRoles } from "@/lib/domain/store-role";
import type { Handover } from "@/lib/services/handovers/to-handover-views";
import type { Member } from "@/lib/services/members/list-members";

const instant = z.iso.datetime();

/** A member of a store, as the API returns it. */
export const memberResource = z
  .object({
    userId: z.string(),
    email: z.string(),
    role: z.enum(storeRoles),
    since: instant,
  })
  .meta({ id: "Member" });

export type MemberResource = z.infer<typeof memberResource>;

export function toMemberResource({ since, ...member }: Member): MemberResource {
  return { ...member, since: since.toISOString() };
}

/** An offer to hand a store over to another account. */
export const handoverResource = z
  .object({
    id: z.string(),
    store: z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      type: z.string(),
      plan: z.string(),
    }),
    from: z.string().meta({ description: "E-mail address of the owner." }),
    to: z.string().meta({ description: "E-mail address of the account that the store is offered to." }),
    toMe: z.boolean().meta({ description: "Whether the offer is made to you. False if you made it." }),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "Handover" });

export type HandoverResource = z.infer<typeof handoverResource>;

export function toHandoverResource(handover: Handover): HandoverResource {
  return {
    ...handover,
    createdAt: handover.createdAt.toISOString(),
    expiresAt: handover.expiresAt.toISOString(),
  };
}
