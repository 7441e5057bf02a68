/** The page cache of a shop: pages that anonymous visitors get without running the application. */
export interface PageCache {
  on: boolean;
  /** The owner installed a caching plugin, which is used instead. */
  replaced: boolean;
  /** Pages answered from the cache since the pod started. */
  hits: number;
  /** Pages of anonymous visitors that the application had to make, since the pod started. */
  misses: number;
}

/** The share of pages that were answered from the cache, from 0 to 1; null before the first page. */
export function hitRate({ hits, misses }: Pick<PageCache, "hits" | "misses">): number | null {
  const pages = hits + misses;
  return pages === 0 ? null : hits / pages;
}
