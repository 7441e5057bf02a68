/** The path and query of a request. server.ts sets it on every request: pages are not told their own address. */
export const requestTargetHeader = "x-storeyard-target";

/** The page that was asked for, with its query; `/` if it is unknown. The framework's own parameter is left out. */
export function requestedPage(headers: Pick<Headers, "get">): string {
  const target = headers.get(requestTargetHeader) ?? "/";
  const [path = "/", search = ""] = target.split(/\?(.*)/s);
  const kept = search.split("&").filter((pair) => pair !== "" && !/^_rsc(=|$)/.test(pair));
  return kept.length === 0 ? path : `${path}?${kept.join("&")}`;
}
