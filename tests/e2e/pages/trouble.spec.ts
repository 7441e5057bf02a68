import { expect } from "@playwright/test";
import { deleteStore, freshName } from "@/tests/support/stores";
import { deleteFromFake } from "../support/fake-objects";
import { refusePods } from "../support/hold-pods";
import { lookAt } from "../support/look-at";
import { test } from "../support/pages-fixture";
import { createSite, expectIcon, expectState, headOf, patient } from "../support/store-page";
import { visit, visitAgain } from "../support/visit";

const rule = "no pods on Sundays";

/** Colours of the dot in the tab's icon (components/frame/state-icon.ts). */
const dots = { good: "#1fa45b", warn: "#eda11a", bad: "#e0362f" };

test("a failed store and an unready store show the cause and the next step", async ({
  signedIn: page,
  app,
  shoot,
}) => {
  test.setTimeout(300_000);
  const name = freshName("trouble");
  const trouble = page.getByRole("main").getByRole("status").filter({ hasText: rule });
  const latest = page.getByRole("region", { name: "Latest operation" });
  const health = page.getByRole("region", { name: "Health" });
  let held = await refusePods(app, { store: name, component: "shop" }, rule);
  try {
    await test.step("a create that can't succeed fails immediately with its cause", async () => {
      await visit(page, "/stores/new");
      await createSite(page, name);
      await expectState(page, name, "Failed");
      await expectIcon(page, dots.bad);
      await expect(trouble).toContainText("refuses the site");
      await expect(trouble).toContainText("Ask the cluster's administrator what the rule requires.");
      const steps = latest.getByRole("list", { name: "Could not be created" }).getByRole("listitem");
      await expect(steps.filter({ hasText: "Failed:" })).toHaveCount(1);
      await expect(steps.filter({ hasText: "Failed:" })).toContainText("Start the site");
    });

    await test.step("the cluster's warnings are kept and shown after a reload", async () => {
      await visitAgain(page);
      await latest.getByText("Warnings and last log lines").click();
      await expect(latest.getByRole("region", { name: "Cluster warnings" })).toContainText(rule);
      await lookAt(page, "store-failed", (picture) => shoot(page, picture));
    });

    await test.step("the page offers to delete and to retry, and the delete dialog can be cancelled", async () => {
      await trouble.getByRole("button", { name: "Delete" }).click();
      const dialog = page.getByRole("dialog", { name: `Delete ${name}?` });
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step("the retry succeeds after the rule is removed", async () => {
      await held.release();
      await trouble.getByRole("button", { name: "Try again" }).click();
      await expectState(page, name, "Ready");
      await expectIcon(page, dots.good);
      await expect(trouble).toHaveCount(0);
      await expect(headOf(page, name).getByRole("link", { name: "Open site" })).toBeVisible();
      await expect(health.getByRole("listitem").filter({ hasText: "Site" })).toContainText("Running");
    });

    await test.step("a database that is deleted and refused is shown immediately, and the shop is not shown as healthy", async () => {
      held = await refusePods(app, { store: name, component: "database" }, rule);
      await deleteFromFake(app, `/api/v1/namespaces/store-${name}/pods/${name}-database-0`);
      await expectState(page, name, "Not ready");
      await expect(trouble).toContainText("refuses the database");
      await expectIcon(page, dots.warn);
      await expect(health.getByRole("listitem").filter({ hasText: "Database" })).toContainText("Failing");
      // Its owner may have to repair it there.
      await expect(page.getByRole("button", { name: "Sign in to wp-admin" })).toBeVisible();
      await trouble.getByText("Message from the cluster").click();
      await expect(trouble).toContainText("ValidatingAdmissionPolicy");
      await lookAt(page, "store-not-ready", (picture) => shoot(page, picture));
    });

    await test.step("the store is ready again after the rule is removed", async () => {
      await held.release();
      await expectState(page, name, "Ready");
      await expectIcon(page, dots.good);
      await expect(trouble).toHaveCount(0);
      await expect(health.getByRole("listitem").filter({ hasText: "Database" })).toContainText("Running");
    });
  } finally {
    await held.release();
    await deleteStore(app, name);
  }
  await expect(page.getByRole("heading", { name: `${name} is deleted` })).toBeVisible(patient);
});
