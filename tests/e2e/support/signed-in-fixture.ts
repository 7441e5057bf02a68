import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { projectRoot } from "@/scripts/shell/state";
import { type AppAddress, adminEmail, adminPassword } from "@/tests/support/start-app";
import { lookAt } from "./look-at";
import { untilLive, visit } from "./visit";

const screens = join(projectRoot, "docs/screens");

interface Fixtures {
  /** A page of somebody who has signed in. */
  signedIn: Page;
  /** Keeps a picture of the page in docs/screens, where UPDATE_SCREENS asks for it. */
  shoot: (page: Page, name: string) => Promise<void>;
  /** Keeps a picture of one of our pages, and looks at it in light and dark, on a phone and on a desk. */
  look: (page: Page, name: string) => Promise<void>;
}

/** What browser tests have in common, whichever app they are for. */
export const test = base.extend<Fixtures, { app: AppAddress }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, _use) => {
      throw new Error("Import `test` from pages-fixture or cluster-fixture: they say which app is meant.");
    },
    { scope: "worker" },
  ],
  baseURL: async ({ app }, use) => use(app.origin),
  signedIn: async ({ page }, use) => {
    await signIn(page);
    await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
    await untilLive(page);
    await use(page);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  shoot: async ({}, use) => {
    await use(async (page, name) => {
      if (!process.env.UPDATE_SCREENS) return;
      await untilPicturesAreDrawn(page);
      await page.screenshot({ path: join(screens, `${name}.png`), animations: "disabled" });
    });
  },
  look: async ({ shoot }, use) => {
    await use(async (page, name) => {
      await shoot(page, name);
      await lookAt(page, name);
    });
  },
});

/** Those in sight: what lies further down may be left for later by the browser. */
async function untilPicturesAreDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const inSight = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
    await Promise.allSettled(inSight.map((image) => image.decode()));
  });
}

export async function signIn(page: Page, password = adminPassword, email = adminEmail): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
