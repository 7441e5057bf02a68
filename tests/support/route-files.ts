import { globSync, readFileSync } from "node:fs";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Every file that answers at an address of its own. */
export const routeFiles = globSync("app/**/route.{ts,tsx,js}").sort();

export function methodsIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return methods.filter((method) => new RegExp(`export .*\\b${method}\\b|\\bas ${method}\\b`).test(source));
}

/** As in OpenAPI, e.g. `/api/stores/{name}`. */
export function pathOf(file: string): string {
  return `/${file
    .replace(/^app\//, "")
    .replace(/\/route\.\w+$/, "")
    .replaceAll(/\[(\w+)\]/g, "{$1}")}`;
}
