import { readFileSync } from "node:fs";

/** What scripts/test.ts prepared: the cluster, the images in it and the app's environment for both. */
export interface TestInstallation {
  clusterKind: "existing" | "kind" | "local";
  kubectl: string;
  env: Record<string, string>;
}

/** Reads what `npm test` wrote down; these tests mean nothing without a cluster. */
export function readTestInstallation(): TestInstallation {
  const file = process.env.STOREYARD_TEST_INSTALLATION;
  if (file === undefined) {
    throw new Error("These tests need a cluster. Run them with: npm run test:cluster -- <file>");
  }
  return JSON.parse(readFileSync(file, "utf8")) as TestInstallation;
}
