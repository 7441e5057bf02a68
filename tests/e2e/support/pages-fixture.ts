import { startFakeInstallation } from "@/tests/support/fake-installation";
import { startApp, type TestApp } from "@/tests/support/start-app";
import { test as base } from "./signed-in-fixture";
import { type PagesApp, readPagesApp } from "./start-pages-app";

/**
 * For tests of pages. They run side by side on one app with a fake cluster: each test makes what it needs, under names
 * of its own, and leaves alone what belongs to the whole installation.
 */
export const test = base.extend<object, { app: PagesApp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  app: [async ({}, use) => use(readPagesApp()), { scope: "worker" }],
});

/** For tests that change or show what belongs to the whole installation: their app and its cluster are their own. */
export const testOnOwnApp = base.extend<object, { app: TestApp }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const installation = await startFakeInstallation();
      const app = await startApp({ installation: installation.env });
      await use(app);
      await app.close();
      await installation.close();
    },
    { scope: "worker" },
  ],
});
