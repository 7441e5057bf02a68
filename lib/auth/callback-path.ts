/**
 * The page of this app to open after signing in; `/` for anything else. An address on `origin`, as next-auth writes it,
 * counts as its path.
 */
export function callbackPath(given: string | string[] | undefined, origin?: string): string {
  if (typeof given !== "string") return "/";
  const path = origin !== undefined && given.startsWith(`${origin}/`) ? given.slice(origin.length) : given;
  if (!path.startsWith("/")) return "/";
  const base = "http://storeyard.invalid";
  if (!URL.canParse(path, base)) return "/";
  const url = new URL(path, base);
  if (url.origin !== base || url.pathname.startsWith("/sign-in") || url.pathname.startsWith("/api/"))
    return "/";
  // “/.//evil.example” is a path of this origin, but its normal form is another host's address.
  if (url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}

/** The address of a page before signing in, with the page to open afterwards. */
export function withCallback<T extends string>(page: T, path: string): T | `${T}?callbackUrl=${string}` {
  return path === "/" ? page : `${page}?callbackUrl=${encodeURIComponent(path)}`;
}
