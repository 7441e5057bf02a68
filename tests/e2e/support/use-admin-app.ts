import type { Browser, Page } from "@playwright/test";
import { test } from "@playwright/test";
import { seedStores } from "@/scripts/bench/seed-stores";
import { type LoneApp, startAppAlone } from "@/tests/support/start-app-alone";
import { inviteAndJoin } from "./people";

export interface AdminApp {
  app: LoneApp;
  /** A page of an admin who has signed in. */
  admin: Page;
  /** Creates an account. */
  join(browser: Browser, email: string): Promise<void>;
}

/** An app of its own for the file, with eight ready stores of its admin. */
export function useAdminApp(): AdminApp {
  const used = {
    async join(browser, email) {
      const page = await inviteAndJoin(browser, used.app, email);
      await page.context().close();
    },
  } as AdminApp;
  test.beforeAll(async ({ browser }) => {
    used.app = await startAppAlone();
    seedStores(used.app.databaseFile, 8);
    used.admin = await inviteAndJoin(browser, used.app, "root@example.com", "admin");
  });
  test.afterAll(async () => {
    await used.admin?.context().close();
    await used.app?.close();
  });
  return used;
}
