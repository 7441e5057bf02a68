import { z } from "zod";
import { auditTargets } from "@/lib/services/record-audit";
import { auditResource } from "../resources/audit-resource";
import { exportFormats } from "../resources/export-formats";
import { defineOperation } from "./operation";
import { pageQuery } from "./page-query";

const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: "Enter a date, such as 2026-11-24 or 2026-11-24T18:00:00Z.",
  })
  .transform((text) => new Date(text));

const filters = {
  actor: z.string().max(254).optional().meta({ description: "E-mail address of the actor." }),
  action: z.string().max(60).optional().meta({ description: "The action, such as `createStore`." }),
  target: z.string().max(254).optional().meta({ description: "Name of the target." }),
  targetType: z
    .enum(auditTargets, { error: `The target type must be one of: ${auditTargets.join(", ")}.` })
    .optional(),
  result: z.string().max(40).optional().meta({ description: "`ok`, or the code of the error." }),
  from: instant
    .optional()
    .meta({ description: "Entries at or after this time. A date means its start in UTC." }),
  to: instant.optional().meta({ description: "Entries before this time." }),
  q: z
    .string()
    .max(254)
    .optional()
    .meta({ description: "Text in the actor's address, the action or the target's name." }),
};

const visibility =
  "Admins see all entries. Other accounts see their own actions and all actions on stores that they own.";

export const listAudit = defineOperation({
  id: "listAudit",
  method: "GET",
  path: "/api/audit",
  tag: "administration",
  subject: "platform",
  summary: "List audit entries",
  description: `Newest first. ${visibility}`,
  access: { who: "account", scope: "read" },
  query: pageQuery.extend(filters),
  answers: {
    200: {
      description: "A page of audit entries.",
      schema: z.object({ entries: z.array(auditResource), nextCursor: z.string().nullable() }),
    },
  },
});

export const exportAudit = defineOperation({
  id: "exportAudit",
  method: "GET",
  path: "/api/audit/export",
  tag: "administration",
  subject: "platform",
  summary: "Export the audit log",
  description: `As CSV (RFC 4180, with formulas escaped) or as JSON lines, newest first. ${visibility}`,
  access: { who: "account", scope: "read" },
  query: z.strictObject({
    ...filters,
    format: z
      .enum(Object.keys(exportFormats) as (keyof typeof exportFormats)[], {
        error: "The format must be csv or jsonl.",
      })
      .default("csv"),
  }),
  answers: {
    200: { description: "The file.", contentType: Object.values(exportFormats) },
  },
});
