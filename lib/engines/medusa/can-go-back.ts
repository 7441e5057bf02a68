import { isDeepStrictEqual } from "node:util";
import type { Engine } from "../engine";

/**
 * A server of another version migrates the database before anything else, and those of before refuse what it leaves.
 * Another build of the same version changes nothing.
 */
export const canGoBack: Engine["canGoBack"] = ({ from, to, hasRun }) => {
  const [before, after] = [from, to].map((software) => software.find(({ name }) => name === "Medusa"));
  return !hasRun || (before !== undefined && isDeepStrictEqual(before, after));
};
