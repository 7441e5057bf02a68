import { auditExport } from "@/lib/http/audit-export";
import * as contract from "@/lib/http/contract/audit";
import { serve } from "@/lib/http/serve";

export const GET = serve(contract.exportAudit, ({ ctx, query: { format, ...filter } }) =>
  auditExport(ctx, format, filter),
);
