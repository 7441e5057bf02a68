import { compareVersions } from "@/lib/domain/compare-versions";
import type { Engine } from "../engine";

/**
 * A server of another version migrates the database before anything else, and earlier versions refuse the result.
 * Another build of the same version changes nothing.
 */
export const canGoBack: Engine["canGoBack"] = ({ from, to, hasRun }) => {
  const [before, after] = [from, to].map((software) => software.find(({ name }) => name === "Medusa"));
  if (!hasRun) return true;
  return before !== undefined && after !== undefined && compareVersions(before.version, after.version) === 0;
};
