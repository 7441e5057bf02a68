import * as contract from "@/lib/http/contract/stores";
import { replyStore } from "@/lib/http/serving/reply-store";
import { serve } from "@/lib/http/serving/serve";
import { rotateDatabasePassword } from "@/lib/services/stores/rotate-database-password";

export const POST = serve(contract.rotateDatabasePassword, ({ ctx, params }) =>
  replyStore(rotateDatabasePassword(ctx, params.name)),
);
