import { z } from "zod";
import type { AuditEntryView } from "@/lib/services/audit/read-audit-entries";
import { auditTargets } from "@/lib/services/record-audit";

/** A line of the audit log as the API gives it. */
export const auditResource = z
  .object({
    id: z.number().int(),
    at: z.iso.datetime(),
    actor: z
      .object({ id: z.string(), email: z.string() })
      .nullable()
      .meta({ description: "Null where nobody was signed in." }),
    via: z.enum(["session", "token", "link", "none"]),
    credentialId: z.string().nullable().meta({ description: "The session's, token's or link's id." }),
    action: z.string().meta({ description: "Id of the API's operation, or signIn and the like." }),
    target: z.object({ type: z.enum(auditTargets), id: z.string().nullable(), name: z.string() }),
    onBehalfOf: z
      .object({ id: z.string(), email: z.string().nullable() })
      .nullable()
      .meta({ description: "Whose store it was, where an admin acted on it as an admin." }),
    result: z.string().meta({ description: "ok, or the code of the problem that it was refused with." }),
    address: z.string().nullable().meta({ description: "Of acts of others: for admins alone." }),
    userAgent: z.string().nullable().meta({ description: "Likewise." }),
    requestId: z.string().nullable().meta({ description: "Likewise." }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
  })
  .meta({ id: "AuditEntry" });

export type AuditResource = z.infer<typeof auditResource>;

export function toAuditResource(deed: AuditEntryView): AuditResource {
  return {
    id: deed.id,
    at: deed.at.toISOString(),
    actor: deed.actorId === null ? null : { id: deed.actorId, email: deed.actorEmail ?? "" },
    via: deed.via,
    credentialId: deed.credentialId,
    action: deed.action,
    target: {
      type: deed.targetType as AuditResource["target"]["type"],
      id: deed.targetId,
      name: deed.target,
    },
    onBehalfOf: deed.onBehalfOf,
    result: deed.result,
    address: deed.address,
    userAgent: deed.userAgent,
    requestId: deed.requestId,
    detail: deed.detail,
  };
}
