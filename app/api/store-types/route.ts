import * as contract from "@/lib/http/contract/stores";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";

export const GET = serve(contract.listStoreTypes, ({ ctx }) => ok({ types: listStoreTypes(ctx) }));
