import * as contract from "@/lib/http/contract/audit";
import { auditExport } from "@/lib/http/exports/audit-export";
import { serve } from "@/lib/http/serving/serve";

export const GET = serve(contract.exportAudit, ({ ctx, query: { format, ...filter } }) =>
  auditExport(ctx, format, filter),
);
