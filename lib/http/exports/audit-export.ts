import type { Ctx } from "@/lib/services/app-context";
import type { AuditFilter } from "@/lib/services/audit/audit-filter";
import { exportAudit } from "@/lib/services/audit/list-audit";
import { type AuditResource, toAuditResource } from "../resources/audit-resource";
import { exportFormats } from "../resources/export-formats";
import { csvLine } from "./csv-line";

/** The audit log as a file, streamed at the speed of the client. */
export function auditExport(ctx: Ctx, format: keyof typeof exportFormats, filter: AuditFilter): Response {
  const pages = exportAudit(ctx, filter);
  const encoder = new TextEncoder();
  const writeLine = format === "csv" ? toCsvLine : (entry: AuditResource) => `${JSON.stringify(entry)}\n`;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (format === "csv") controller.enqueue(encoder.encode(csvLine(columns)));
    },
    pull(controller) {
      const { done, value } = pages.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map(toAuditResource).map(writeLine).join("")));
    },
  });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "Content-Type": exportFormats[format],
      "Content-Disposition": `attachment; filename="audit-${day}.${format}"`,
    },
  });
}

const columns = [
  "id",
  "at",
  "actor_id",
  "actor_email",
  "via",
  "credential_id",
  "action",
  "target_type",
  "target_id",
  "target",
  "on_behalf_of",
  "result",
  "address",
  "user_agent",
  "request_id",
  "detail",
];

function toCsvLine(entry: AuditResource): string {
  return csvLine([
    entry.id,
    entry.at,
    entry.actor?.id,
    entry.actor?.email,
    entry.via,
    entry.credentialId,
    entry.action,
    entry.target.type,
    entry.target.id,
    entry.target.name,
    entry.onBehalfOf?.email ?? entry.onBehalfOf?.id,
    entry.result,
    entry.address,
    entry.userAgent,
    entry.requestId,
    entry.detail && JSON.stringify(entry.detail),
  ]);
}
