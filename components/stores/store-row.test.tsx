// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Cause } from "@/lib/domain/cause";
import { renderInApp } from "@/tests/support/render-in-app";
import { shownStore } from "@/tests/support/shown-store";
import type { ListedStore } from "./fold-stores";
import { StoreRow } from "./store-row";

const cause: Cause = {
  code: "order_failed",
  component: "shop",
  message: "Checking out failed.",
  waitingMayCure: true,
};

function renderRow(state: Partial<ListedStore>) {
  const store = { ...shownStore, currentStep: null, lastFailure: null, ...state };
  renderInApp(<StoreRow store={store} me={store.owner.email} />);
}

it("a ready store without a problem shows the badge Ready alone", () => {
  renderRow({ phase: "ready" });
  expect(screen.getByText("Ready").getAttribute("title")).toBeNull();
});

it("a ready store with a warning has it in its badge, with the reason", () => {
  renderRow({ phase: "ready", cause });
  expect(screen.queryByText("Ready")).toBeNull();
  expect(screen.getByText("Ready, with a warning").getAttribute("title")).toBe("Checking out failed.");
  expect(screen.getByText("Checking out failed.")).toBeDefined();
});

it("a ready store whose latest operation failed shows a warning with the reason", () => {
  renderRow({ phase: "ready", lastFailure: "The quota is too small." });
  expect(screen.getByText("Ready, with a warning")).toBeDefined();
  expect(screen.getByText("The last operation failed: The quota is too small.")).toBeDefined();
});

it("a store in another phase keeps its badge beside the reason", () => {
  renderRow({ phase: "unready", cause });
  expect(screen.getByText("Not ready")).toBeDefined();
  expect(screen.getByText("Checking out failed.")).toBeDefined();
});
