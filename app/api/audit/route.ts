import { toAuditResource } from "@/lib/http/audit-resource";
import * as contract from "@/lib/http/contract/audit";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { listAudit } from "@/lib/services/audit/list-audit";

export const GET = serve(contract.listAudit, ({ ctx, query }) => {
  const { entries, nextCursor } = listAudit(ctx, query);
  return ok({ entries: entries.map(toAuditResource), nextCursor });
});
