import * as contract from "@/lib/http/contract/stores";
import { replyStore } from "@/lib/http/serving/reply-store";
import { serve } from "@/lib/http/serving/serve";
import { retryStore } from "@/lib/services/stores/retry-store";

export const POST = serve(contract.retryStore, ({ ctx, params }) => replyStore(retryStore(ctx, params.name)));
