import { type FakeInstallation, startFakeInstallation } from "@/tests/support/fake-installation";
import { startApp } from "@/tests/support/start-app";

const variable = "STOREYARD_PAGES_APP";

/** What the tests of pages share: an app, and the fake cluster that it is on. */
export interface PagesApp {
  origin: string;
  token: string;
  databaseFile: string;
  /** Where the fake cluster's API listens on loopback. */
  apiPort: number;
  /** The environment of another app on the same cluster. */
  installation: FakeInstallation["env"];
}

/** Before all browser tests: starts the one app that the tests of pages share. Returns what ends it. */
export default async function startPagesApp(): Promise<() => Promise<void>> {
  const installation = await startFakeInstallation();
  const { origin, token, databaseFile, close } = await startApp({
    installation: installation.env,
    env: { MAX_STORES: "1000", WORKER_CONCURRENCY: "6" },
  });
  const shared: PagesApp = {
    origin,
    token,
    databaseFile,
    apiPort: installation.api.port,
    installation: installation.env,
  };
  process.env[variable] = JSON.stringify(shared);
  return async () => {
    await close();
    await installation.close();
  };
}

/** The app that was started before the tests, as every worker sees it. */
export function readPagesApp(): PagesApp {
  return JSON.parse(process.env[variable] ?? "null") as PagesApp;
}
