import { randomBytes } from "node:crypto";
import { followEvents } from "@/tests/support/follow-events";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "@/tests/support/stores";
import { removeImage, tagImage } from "@/tests/support/tag-image";
import { readTestInstallation } from "@/tests/support/test-installation";
import { expect, test } from "../support/app-fixture";
import { expectState, patient } from "../support/store-page";
import { visit } from "../support/visit";

test("a store is updated from its page, and a look at it says what it runs", async ({
  app,
  signedIn: page,
  look,
}) => {
  const name = freshName("update");
  const title = "The Paper Lantern";
  const first = readTestInstallation().env.WORDPRESS_IMAGE as string;
  const next = await tagImage(first, `next-${randomBytes(4).toString("hex")}`);
  const made = await followEvents(app);
  await createStore(app, name, { type: "wordpress", title });
  await untilPhase(made, name, "ready");
  made.close();
  const details = page.getByRole("region", { name: "Details" });
  const offer = page.getByRole("region", { name: "Update", exact: true });

  await test.step("nothing is offered while the installation has what it runs", async () => {
    await visit(page, `/stores/${name}`);
    await expect(details.getByText(/^WordPress \d+\.\d+/)).toBeVisible();
    await expect(offer).toHaveCount(0);
  });

  await app.stop();
  await app.restart({ WORDPRESS_IMAGE: next });

  await test.step("the update is offered, and asked for after a word about what it does", async () => {
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

  await test.step("its steps are shown, and it is ready again", async () => {
    const latest = page.getByRole("region", { name: "Latest operation" });
    await expect(
      latest.getByRole("heading", { name: /^Updated to a newer build of WordPress \d/ }),
    ).toBeVisible(patient);
    await expect(latest.getByText("Place a test order")).toBeVisible();
    await expectState(page, title, "Ready");
    await expect(offer).toHaveCount(0);
  });

  await app.stop();
  await app.restart({ WORDPRESS_IMAGE: first });
  const gone = await followEvents(app);
  await deleteStore(app, name);
  await untilForgotten(gone, name);
  gone.close();
  await removeImage(next);
});
