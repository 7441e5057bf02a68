import { z } from "zod";
import type { AuditEntryView } from "@/lib/services/audit/read-audit-entries";
import { auditTargets } from "@/lib/services/record-audit";

/** An audit entry as the API returns it. */
export const auditResource = z
  .object({
    id: z.number().int(),
    at: z.iso.datetime(),
    actor: z
      .object({ id: z.string(), email: z.string() })
      .nullable()
      .meta({ description: "Null for a request without an account." }),
    via: z.enum(["session", "token", "link", "none"]),
    credentialId: z.string().nullable().meta({ description: "Id of the session, token or link." }),
    action: z.string().meta({ description: "Id of the API operation, or an action such as `signIn`." }),
    target: z.object({ type: z.enum(auditTargets), id: z.string().nullable(), name: z.string() }),
    onBehalfOf: z
      .object({ id: z.string(), email: z.string().nullable() })
      .nullable()
      .meta({ description: "Owner of the store, if an admin acted on it as an admin." }),
    result: z.string().meta({ description: "`ok`, or the code of the problem." }),
    address: z
      .string()
      .nullable()
      .meta({ description: "IP address of the client. Entries of other accounts show it to admins only." }),
    userAgent: z.string().nullable().meta({ description: "For the actor and admins only." }),
    requestId: z.string().nullable().meta({ description: "For the actor and admins only." }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
  })
  .meta({ id: "AuditEntry" });

export type AuditResource = z.infer<typeof auditResource>;

export function toAuditResource(entry: AuditEntryView): AuditResource {
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: entry.actorId === null ? null : { id: entry.actorId, email: entry.actorEmail ?? "" },
    via: entry.via,
    credentialId: entry.credentialId,
    action: entry.action,
    target: {
      type: entry.targetType as AuditResource["target"]["type"],
      id: entry.targetId,
      name: entry.target,
    },
    onBehalfOf: entry.onBehalfOf,
    result: entry.result,
    address: entry.address,
    userAgent: entry.userAgent,
    requestId: entry.requestId,
    detail: entry.detail,
  };
}
