import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestInstallation } from "@/tests/support/test-installation";
import type { Prepared } from "../app/prepare";
import { ensureStateDir } from "../shell/state";

/** Writes the prepared installation to a file for tests and benchmarks. Returns the variable that names the file. */
export function writeInstallation({ cluster, env }: Prepared): Record<string, string> {
  const file = join(ensureStateDir("test"), "installation.json");
  const installation: TestInstallation = { clusterKind: cluster.kind, kubectl: env.KUBECTL as string, env };
  writeFileSync(file, JSON.stringify(installation, null, 2), { mode: 0o600 });
  return { STOREYARD_TEST_INSTALLATION: file };
}
