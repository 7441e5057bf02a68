// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { emptyTimeline } from "@/lib/domain/timeline";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";
import { listOperationProfiles } from "@/lib/services/operations/list-operation-profiles";
import { fakeApi } from "@/tests/support/fake-api";
import { fakeEventSource } from "@/tests/support/fake-event-source";
import { renderInApp } from "@/tests/support/render-in-app";
import { shownStore } from "@/tests/support/shown-store";
import { DangerZone } from "./danger-zone";
import { DatabasePasswordCard } from "./database-password-card";
import { SafeModeCard } from "./safe-mode-card";
import { StoreDetails } from "./store-details";
import { StoreProvider } from "./store-provider";

/** What a user reads on the page of a store of this type, with every card that names what visitors reach. */
async function readPage(type: "wordpress" | "woocommerce", sells: boolean): Promise<string> {
  fakeEventSource();
  fakeApi(() => Response.json({ chart: "store 0.1.0" }));
  const store = { ...shownStore, type, phase: "ready" as const, readyAt: shownStore.createdAt };
  const admin = {
    name: "wp-admin",
    username: "admin",
    lostPassword: "Press “New password”.",
    safeMode: true,
  };
  const { user } = renderInApp(
    <StoreProvider
      store={{ ...store, safeMode: true, admin, config: { ...store.config, title: "Blue" } }}
      typeLabel="A type"
      sells={sells}
      engine={stepSource(engineProfiles, type)}
      operations={listOperationProfiles()}
      timeline={emptyTimeline}
      can={["read", "enter", "operate", "delete"]}
    >
      <StoreDetails />
      <SafeModeCard />
      <DatabasePasswordCard />
      <DangerZone />
    </StoreProvider>,
  );
  const before = document.body.textContent;
  await user.click(screen.getByRole("button", { name: "Delete store…" }));
  const dialog = await screen.findByRole("dialog");
  return `${before} ${dialog.textContent}`;
}

it("the pages of a site without a shop have no currency and no words of a shop", async () => {
  const text = await readPage("wordpress", false);
  expect(text).toContain("Open site");
  expect(text).toContain("This deletes the site with its content and files");
  expect(text.match(/currency|shop|order|product|customer/gi)).toBeNull();
});

it("the pages of a shop have its currency and its words", async () => {
  const text = await readPage("woocommerce", true);
  expect(text).toContain("Open shop");
  expect(text).toContain("This deletes the shop with its orders and files");
  expect(text).toContain("CurrencyUSD");
});
