import * as contract from "@/lib/http/contract/insight";
import { toStoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { inspectStore } from "@/lib/services/stores/inspect-store";

export const GET = serve(contract.inspectStore, ({ ctx, params }) =>
  ok(toStoreObjectsResource(inspectStore(ctx, params.name))),
);
