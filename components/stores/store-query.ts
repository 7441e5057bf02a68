import type { StoreFilter, StoreSort } from "@/lib/domain/store-filter";

/** The list's query parameters: filter, order and cursor. */
export interface StoreQuery extends StoreFilter {
  sort?: StoreSort;
  cursor?: string;
}

/** The list's URL for a query. Changing the filter goes back to the first page. */
export function storesPath(query: StoreQuery, change: StoreQuery = {}): string {
  const changed = { ...query, cursor: undefined, ...change };
  const given = Object.entries(changed).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (given.length === 0) return "/";
  return `/?${new URLSearchParams(given)}`;
}

/** Whether the query filters the list. */
export function isFiltered({ q, phase, type, owner }: StoreQuery): boolean {
  return Boolean(q || phase || type || owner);
}
