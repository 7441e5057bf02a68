import type { StoreFilter, StoreSort } from "@/lib/domain/store-filter";

/** What the list's address says: which stores, in which order, from where on. */
export interface StoreQuery extends StoreFilter {
  sort?: StoreSort;
  cursor?: string;
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
