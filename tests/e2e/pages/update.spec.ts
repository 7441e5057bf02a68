import { expect } from "@playwright/test";
import { followEvents } from "@/tests/support/follow-events";
import { startApp } from "@/tests/support/start-app";
import { createStore, freshName, untilPhase } from "@/tests/support/stores";
import { test } from "../support/pages-fixture";
import { signIn } from "../support/signed-in-fixture";
import { expectState, patient } from "../support/store-page";
import { visit } from "../support/visit";

test("a store is updated from its page, and the page shows its versions", async ({
  app: shared,
  browser,
  look,
}) => {
  // An app of its own: the images are the whole installation's.
  const app = await startApp({ installation: shared.installation });
  const page = await (await browser.newContext({ baseURL: app.origin })).newPage();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Stores", exact: true })).toBeVisible();
  const name = freshName("update");
  const title = "The Paper Lantern";
  const events = await followEvents(app);
  await createStore(app, name, { type: "wordpress", title });
  await untilPhase(events, name, "ready");
  events.close();
  const details = page.getByRole("region", { name: "Details" });
  const offer = page.getByRole("region", { name: "Update", exact: true });

  await test.step("no update is offered while the store has the installation's images", async () => {
    await visit(page, `/stores/${name}`);
    await expect(details.getByText(/^WordPress \d+\.\d+/)).toBeVisible();
    await expect(offer).toHaveCount(0);
  });

  await app.stop();
  await app.restart({ WORDPRESS_IMAGE: "localhost/storeyard/wordpress:newer" });

  await test.step("the update is offered and requested in a dialog that explains it", async () => {
    await visit(page, `/stores/${name}`);
    await expect(offer.getByText(/^Update available: a newer build of WordPress \d/)).toBeVisible();
    await look(page, "store-update");
    await offer.getByRole("button", { name: "Update…" }).click();
    const dialog = page.getByRole("dialog", { name: `Update ${name}?` });
    await expect(dialog.getByText(/rolls back to the current versions/)).toBeVisible();
    await dialog.getByRole("button", { name: "Update store" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(offer).toHaveCount(0);
  });

  await test.step("the steps are shown, and the store is ready again", async () => {
    const latest = page.getByRole("region", { name: "Latest operation" });
    await expect(
      latest.getByRole("heading", { name: /^Updated to a newer build of WordPress \d/ }),
    ).toBeVisible(patient);
    await expect(latest.getByText("Check the site")).toBeVisible();
    await expectState(page, title, "Ready");
    await expect(offer).toHaveCount(0);
  });

  await page.context().close();
  await app.close();
});
