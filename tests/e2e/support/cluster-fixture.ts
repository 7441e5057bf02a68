import { startApp, type TestApp } from "@/tests/support/start-app";
import { deleteAllStores } from "@/tests/support/stores";
import { test as base } from "./signed-in-fixture";

/** For tests that need pods: an app of their own on the tests' cluster. */
export const test = base.extend<object, { app: TestApp }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await deleteAllStores(app);
      await app.close();
    },
    { scope: "worker" },
  ],
});
