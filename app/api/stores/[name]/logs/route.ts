import * as contract from "@/lib/http/contract/insight";
import { serve } from "@/lib/http/serving/serve";
import { readStoreLogs } from "@/lib/services/stores/store-logs";

export const GET = serve(contract.readLogs, async ({ ctx, params, query }) => {
  const text = await readStoreLogs(ctx, params.name, query);
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `inline; filename="${params.name}-${query.component}.log"`,
    },
  });
});
