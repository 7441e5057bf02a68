import { problemResponse } from "../serving/problem";
import { methodsOfAddresses } from "./methods-of-addresses";

/** As the router has it: an address that is written out goes before one with a parameter in its place. */
const addresses = Object.entries(methodsOfAddresses)
  .sort(([one], [other]) => one.split("{").length - other.split("{").length)
  .map(([path, methods]) => ({ pattern: patternOf(path), allowed: allowedOf(methods) }));

/** The answer to a method that the address does not have, with those that it has; null for any other request. */
export function refuseMethod(method: string, path: string): Response | null {
  const found = addresses.find(({ pattern }) => pattern.test(path));
  if (found === undefined || found.allowed.includes(method)) return null;
  const allowed = found.allowed.join(", ");
  return problemResponse({
    status: 405,
    code: "invalid",
    detail: `This address has no ${method}; it has ${allowed}. See docs/api.md.`,
    headers: { Allow: allowed },
  });
}

function patternOf(path: string): RegExp {
  const pattern = path
    .replaceAll(".", "\\.")
    .replace("{\\.\\.\\.}", ".+")
    .replaceAll(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}/?$`);
}

/** HEAD goes with GET, and OPTIONS with everything: the framework answers both. */
function allowedOf(methods: string): string[] {
  const own = methods.split(" ");
  return [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
}
