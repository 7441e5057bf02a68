import { z } from "zod";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { handle } from "@/lib/http/handle";
import { readJson } from "@/lib/http/read-json";
import { toStoreResource } from "@/lib/http/store-resource";
import { createStore } from "@/lib/services/stores/create-store";
import { listStores } from "@/lib/services/stores/list-stores";

const page = z.strictObject({
  limit: z.coerce
    .number({ error: "The limit is a number from 1 to 100." })
    .int({ error: "The limit is a whole number." })
    .min(1, { error: "The limit is at least 1." })
    .max(100, { error: "The limit is at most 100." })
    .optional(),
  cursor: z.string().max(500).optional(),
});

export const GET = handle((request, ctx) => {
  const { stores, nextCursor } = listStores(
    ctx,
    page.parse(Object.fromEntries(new URL(request.url).searchParams)),
  );
  return Response.json({ stores: stores.map(toStoreResource), nextCursor });
});

export const POST = handle(async (request, ctx) => {
  const store = toStoreResource(createStore(ctx, createStoreInput.parse(await readJson(request))));
  return Response.json(store, { status: 202, headers: { Location: store.links.self } });
});
