import type { Software } from "@/lib/domain/software-version";

/**
 * The versions in `said` of the programs in `names`, in the order of `names`. A shop may report more programs, or
 * fewer.
 */
export function listSoftware(names: Record<string, string>, said: Record<string, unknown>): Software {
  return Object.entries(names).flatMap(([key, name]) => {
    const version = said[key];
    return typeof version === "string" && version !== "" ? [{ name, version: version.slice(0, 40) }] : [];
  });
}
