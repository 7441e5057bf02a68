import { handle } from "@/lib/http/handle";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";

export const GET = handle((_request, ctx) => Response.json({ types: listStoreTypes(ctx) }));
