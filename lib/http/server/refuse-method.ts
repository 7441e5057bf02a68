import { type Route, routes } from "../contract/routes";
import { problemResponse } from "../serving/problem";
import { pathPattern } from "./path-pattern";

/** As in the framework's router, a fixed path takes precedence over a path with a parameter. */
const patterns = routes
  .toSorted((one, other) => countParameters(one) - countParameters(other))
  .map(({ path, methods }) => ({ pattern: pathPattern(path), allowed: withImpliedMethods(methods) }));

/**
 * The response to an unsupported method: a problem with status 405 and the supported methods. Null for other
 * requests. The framework would send an empty body without `Allow`.
 */
export function refuseMethod(method: string | undefined, path: string): Response | null {
  const found = patterns.find(({ pattern }) => pattern.test(path));
  if (found === undefined || found.allowed.includes(method ?? "GET")) return null;
  const allowed = found.allowed.join(", ");
  return problemResponse({
    status: 405,
    code: "invalid",
    detail: `${method} is not allowed at this address. Allowed: ${allowed}.`,
    headers: { Allow: allowed },
  });
}

function countParameters({ path }: Route): number {
  return path.split("{").length - 1;
}

/** The framework answers HEAD wherever there is a GET, and OPTIONS everywhere. */
function withImpliedMethods(methods: readonly string[]): string[] {
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
}
