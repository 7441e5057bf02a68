export const longestStoreTitle = 80;

/**
 * Why a store cannot have this title, as a sentence; null if it can. An empty title is the store's name. Plain code for
 * browsers, as in why-not-store-name.ts.
 */
export function whyNotStoreTitle(title: string): string | null {
  const { length } = title.trim();
  if (length <= longestStoreTitle) return null;
  return `The title may have at most ${longestStoreTitle} characters. This one has ${length}.`;
}
