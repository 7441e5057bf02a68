import type { Software } from "@/lib/domain/software-version";

/** What of `said` is the version of something in `names`, in the order of `names`. A shop may say more, or less. */
export function listSoftware(names: Record<string, string>, said: Record<string, unknown>): Software {
  return Object.entries(names).flatMap(([key, name]) => {
    const version = said[key];
    return typeof version === "string" && version !== "" ? [{ name, version: version.slice(0, 40) }] : [];
  });
}
