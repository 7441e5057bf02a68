import { apiKinds } from "./api-kinds";

/** The meaning of a path of the Kubernetes API. */
export interface ApiTarget {
  apiVersion: string;
  kind: string;
  namespace?: string;
  /** Undefined for a list. */
  name?: string;
  /** E.g. `log`, `proxy/stats/summary`. */
  subresource?: string;
}

/** Null for a path of a kind that the server does not have. */
export function parseApiPath(path: string): ApiTarget | null {
  const parts = path.split("/").slice(1).map(decodeURIComponent);
  const apiVersion = parts[0] === "api" ? (parts[1] ?? "") : `${parts[1]}/${parts[2]}`;
  const rest = parts.slice(parts[0] === "api" ? 2 : 3);
  const isInside = rest[0] === "namespaces" && rest.length > 2;
  const namespace = isInside ? rest[1] : undefined;
  const [plural, name, ...subresource] = isInside ? rest.slice(2) : rest;
  const known = apiKinds.find((each) => each.apiVersion === apiVersion && each.plural === plural);
  if (!known) return null;
  return {
    apiVersion,
    kind: known.kind,
    namespace,
    name,
    subresource: subresource.length > 0 ? subresource.join("/") : undefined,
  };
}

/** The discovery document of a group's version, e.g. for `/apis/apps/v1`; null for any other path. */
export function findDiscovery(path: string): object | null {
  const apiVersion = /^\/api(?:s\/[^/]+)?\/[^/]+$/.test(path) ? path.replace(/^\/apis?\//, "") : null;
  const kinds = apiKinds.filter((each) => each.apiVersion === apiVersion);
  if (kinds.length === 0) return null;
  return {
    kind: "APIResourceList",
    groupVersion: apiVersion,
    resources: kinds.map(({ kind, plural, namespaced }) => ({ name: plural, kind, namespaced })),
  };
}
