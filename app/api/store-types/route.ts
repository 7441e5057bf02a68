import * as contract from "@/lib/http/contract/stores";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";

export const GET = serve(contract.listStoreTypes, ({ ctx }) => ok({ types: listStoreTypes(ctx) }));
