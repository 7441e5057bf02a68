import * as contract from "@/lib/http/contract/insight";
import { toStoreObjectsResource } from "@/lib/http/insight-resource";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { inspectStore } from "@/lib/services/stores/inspect-store";

export const GET = serve(contract.inspectStore, ({ ctx, params }) =>
  ok(toStoreObjectsResource(inspectStore(ctx, params.name))),
);
