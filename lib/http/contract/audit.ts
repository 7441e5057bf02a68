import { z } from "zod";
import { auditTargets } from "@/lib/services/record-audit";
import { exportFormats } from "../exports/audit-export";
import { auditResource } from "../resources/audit-resource";
import { defineOperation } from "./operation";
import { pageQuery } from "./page-query";

const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: "Give a date, such as 2026-11-24 or 2026-11-24T18:00:00Z.",
  })
  .transform((text) => new Date(text));

const filters = {
  actor: z.string().max(254).optional().meta({ description: "E-mail address of who did it." }),
  action: z.string().max(60).optional().meta({ description: "Such as createStore." }),
  target: z.string().max(254).optional().meta({ description: "Name of what it was done to." }),
  targetType: z
    .enum(auditTargets, { error: `The target's type is one of: ${auditTargets.join(", ")}.` })
    .optional(),
  result: z.string().max(40).optional().meta({ description: "ok, or the code of the refusal." }),
  from: instant.optional().meta({ description: "From then on; a day begins in UTC." }),
  to: instant.optional().meta({ description: "Before then." }),
  q: z
    .string()
    .max(254)
    .optional()
    .meta({ description: "Part of the actor's address, the action or the target's name." }),
};

const whoSeesWhat =
  "An admin sees all of it; others what they did themselves, and what was done to stores that they own now.";

export const listAudit = defineOperation({
  id: "listAudit",
  method: "GET",
  path: "/api/audit",
  tag: "administration",
  subject: "platform",
  summary: "Read the audit log",
  description: `Newest first. ${whoSeesWhat}`,
  access: { who: "account", scope: "read" },
  query: pageQuery.extend(filters),
  answers: {
    200: {
      description: "A page of the log.",
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
  description: `As CSV (RFC 4180; formulas are defused) or as JSON lines, newest first. ${whoSeesWhat}`,
  access: { who: "account", scope: "read" },
  query: z.strictObject({
    ...filters,
    format: z
      .enum(Object.keys(exportFormats) as (keyof typeof exportFormats)[], {
        error: "The format is csv or jsonl.",
      })
      .default("csv"),
  }),
  answers: {
    200: { description: "A file.", contentType: Object.values(exportFormats) },
  },
});
