import { z } from "zod";
import { phases, storeTypes } from "@/lib/domain/store";
import { type StoreFilter, type StoreSort, storeSorts } from "@/lib/domain/store-filter";

/** What the list's address says: which stores, in which order, from where on. */
export interface StoreQuery extends StoreFilter {
  sort?: StoreSort;
  cursor?: string;
}

const text = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

const shape = z.object({
  q: text(100),
  phase: z.enum(phases).optional().catch(undefined),
  type: z.enum(storeTypes).optional().catch(undefined),
  owner: text(254),
  sort: z.enum(storeSorts).optional().catch(undefined),
  cursor: text(500),
});

/** Reads the address of the list; what it can't mean is as if it were not there. */
export function parseStoreQuery(search: Record<string, string | string[] | undefined>): StoreQuery {
  return shape.parse(search);
}

/** The list's address for a query. A change of the filter begins again at the first page. */
export function storesPath(query: StoreQuery, change: StoreQuery = {}): string {
  const changed = { ...query, cursor: undefined, ...change };
  const given = Object.entries(changed).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (given.length === 0) return "/";
  return `/?${new URLSearchParams(given)}`;
}

/** Whether anything is left out of the list. */
export function isFiltered({ q, phase, type, owner }: StoreQuery): boolean {
  return Boolean(q || phase || type || owner);
}
