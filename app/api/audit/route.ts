import * as contract from "@/lib/http/contract/audit";
import { toAuditResource } from "@/lib/http/resources/audit-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { listAudit } from "@/lib/services/audit/list-audit";

export const GET = serve(contract.listAudit, ({ ctx, query }) => {
  const { entries, nextCursor } = listAudit(ctx, query);
  return ok({ entries: entries.map(toAuditResource), nextCursor });
});
