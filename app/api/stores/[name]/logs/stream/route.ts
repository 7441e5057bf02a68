import * as contract from "@/lib/http/contract/insight";
import { logStream } from "@/lib/http/log-stream";
import { serve } from "@/lib/http/serve";

export const GET = serve(contract.streamLogs, ({ request, ctx, params, query }) =>
  logStream(request, ctx, params.name, query),
);
