/** The path of this app to open after signing in; `/` for anything else. */
export function callbackPath(given: string | string[] | undefined): string {
  if (typeof given !== "string" || !given.startsWith("/")) return "/";
  const base = "http://storeyard.invalid";
  if (!URL.canParse(given, base)) return "/";
  const url = new URL(given, base);
  if (url.origin !== base || url.pathname.startsWith("/sign-in") || url.pathname.startsWith("/api/"))
    return "/";
  return url.pathname + url.search;
}
