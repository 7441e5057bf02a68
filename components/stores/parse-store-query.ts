import { z } from "zod";
import { phases } from "@/lib/domain/store";
import { storeSorts } from "@/lib/domain/store-filter";
import { storeType } from "@/lib/engines/store-types";
import type { StoreQuery } from "./store-query";

const text = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

const shape = z.object({
  q: text(100),
  phase: z.enum(phases).optional().catch(undefined),
  type: storeType.optional().catch(undefined),
  owner: text(254),
  sort: z.enum(storeSorts).optional().catch(undefined),
  cursor: text(500),
});

/** Parses the list's query parameters. Invalid ones are ignored. */
export function parseStoreQuery(search: Record<string, string | string[] | undefined>): StoreQuery {
  return shape.parse(search);
}
