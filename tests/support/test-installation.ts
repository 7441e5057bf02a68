import { readFileSync } from "node:fs";

/** The installation that scripts/test.ts prepared: the cluster, its images, and the app's environment for both. */
export interface TestInstallation {
  clusterKind: "existing" | "kind" | "local";
  kubectl: string;
  env: Record<string, string>;
}

/** Reads the installation that `npm test` prepared. Without a cluster these tests can't run. */
export function readTestInstallation(): TestInstallation {
  const file = process.env.STOREYARD_TEST_INSTALLATION;
  if (file === undefined) {
    throw new Error("These tests need a cluster. Run them with: npm run test:cluster -- <file>");
  }
  return JSON.parse(readFileSync(file, "utf8")) as TestInstallation;
}
