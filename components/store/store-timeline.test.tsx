// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Cause } from "@/lib/domain/cause";
import type { EventDetail } from "@/lib/domain/store-event";
import { emptyTimeline } from "@/lib/domain/timeline";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";
import { listOperationProfiles } from "@/lib/services/operations/list-operation-profiles";
import { fakeApi } from "@/tests/support/fake-api";
import { fakeEventSource } from "@/tests/support/fake-event-source";
import { renderInApp } from "@/tests/support/render-in-app";
import { shownStore as store } from "@/tests/support/shown-store";
import { StoreActivity } from "./store-activity";
import { StoreProvider } from "./store-provider";

let stream: ReturnType<typeof fakeEventSource>;
let seq = 0;

beforeEach(() => {
  stream = fakeEventSource();
  fakeApi(() => Response.json({}));
  seq = 0;
});

function send(
  detail: EventDetail,
  operationId: string | null = "create-1",
  message = "",
  storeId = store.id,
) {
  seq++;
  const at = new Date(Date.parse(store.createdAt) + seq * 1_000).toISOString();
  const event = {
    seq,
    at,
    storeId,
    storeName: "blue",
    ownerId: "ann",
    operationId,
    message,
    detail,
  };
  stream.send(detail.kind, event);
}

function renderTimeline() {
  return renderInApp(
    <StoreProvider
      store={store}
      typeLabel="WordPress site"
      sells={false}
      engine={stepSource(engineProfiles, "wordpress")}
      operations={listOperationProfiles()}
      timeline={emptyTimeline}
      can={["read", "operate", "delete"]}
    >
      <StoreActivity />
    </StoreProvider>,
    { path: "/stores/blue/activity" },
  );
}

const rows = (name: string) =>
  within(screen.getByRole("list", { name }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

it("follows a create step by step, from pending to done, with durations", async () => {
  renderTimeline();
  expect(screen.getByText("No activity yet")).toBeDefined();
  expect(stream.urls()).toEqual(["/api/stores/blue/events?after=0"]);

  send({ kind: "operation.queued", operation: "create" });
  expect(screen.getByText("Queued. It starts automatically.")).toBeDefined();
  expect(rows("Creating the store").every((row) => row?.startsWith("Pending:"))).toBe(true);

  send({ kind: "operation.started", operation: "create", attempt: 1 });
  send({ kind: "step.started", step: "namespace" });
  expect(rows("Creating the store")[0]).toMatch(/^Running:/);
  send({ kind: "step.finished", step: "namespace", durationMs: 840 });
  send({ kind: "step.started", step: "chart" });
  const [namespace, chart, next] = rows("Creating the store");
  expect(namespace).toMatch(/^Done:.*0\.8 s$/);
  expect(chart).toMatch(/^Running:/);
  expect(next).toMatch(/^Pending:/);

  send({ kind: "step.finished", step: "chart", durationMs: 1_000 });
  send({ kind: "operation.finished", operation: "create", durationMs: 2_000 });
  send({ kind: "store.phase", phase: "ready", cause: null }, null);
  expect(rows("Created")).toHaveLength(2);
  expect(screen.getByRole("link", { name: "Open site" })).toBeDefined();
  await waitFor(() => expect(document.title).toBe("Blue Shop: Ready · Storeyard"));
});

it("a failed create shows the step, its cause and the actions", () => {
  renderTimeline();
  const cause: Cause = {
    code: "image_unavailable",
    component: "shop",
    message: "The image could not be pulled.",
    next: "Check the registry.",
    waitingMayCure: false,
  };
  send({ kind: "operation.queued", operation: "create" });
  send({ kind: "operation.started", operation: "create", attempt: 1 });
  send({ kind: "step.started", step: "shop" });
  send({ kind: "step.failed", step: "shop", cause, durationMs: 500 });
  send({ kind: "operation.failed", operation: "create", cause });
  send({ kind: "store.phase", phase: "failed", cause }, null);
  expect(rows("Could not be created")[0]).toMatch(/^Failed:.*The image could not be pulled\./);
  expect(screen.getByText("Check the registry.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

it("a ready store whose plan change failed explains it beside its badge until another operation succeeds", async () => {
  renderTimeline();
  const cause: Cause = {
    code: "quota_exceeded",
    component: "shop",
    message: "The quota is too small.",
    next: "Raise the quota.",
    waitingMayCure: false,
  };
  send({ kind: "store.phase", phase: "ready", cause: null }, null);
  send({ kind: "operation.queued", operation: "change-plan" }, "plan-1");
  send({ kind: "operation.failed", operation: "change-plan", cause }, "plan-1");
  expect(screen.getByText("Ready, with a warning")).toBeDefined();
  expect(screen.getByText("The plan could not be changed. The store runs as before.")).toBeDefined();
  expect(screen.getByText("Raise the quota.")).toBeDefined();
  await waitFor(() => expect(document.title).toBe("Blue Shop: Ready, with a warning · Storeyard"));
  send({ kind: "operation.queued", operation: "verify" }, "verify-1");
  send({ kind: "operation.finished", operation: "verify", durationMs: 1_000 }, "verify-1");
  expect(screen.getByText("Ready", { exact: true })).toBeDefined();
  expect(screen.queryByText(/could not be changed. The store/)).toBeNull();
});

it("a refused change can be requested again", async () => {
  const calls = fakeApi(() => Response.json(store, { headers: { etag: '"1"' } }));
  renderTimeline();
  const cause: Cause = {
    code: "change_refused",
    component: "cluster",
    message: "The last plan change was refused, so the store runs as before.",
    waitingMayCure: false,
  };
  send({ kind: "store.phase", phase: "ready", cause }, null);
  screen.getByRole("button", { name: "Try again" }).click();
  await waitFor(() => expect(calls.at(-1)).toMatchObject({ method: "PATCH", body: { plan: store.plan } }));
});

it("the page says since when the store is not ready", () => {
  renderTimeline();
  const cause: Cause = {
    code: "probe_failing",
    component: "shop",
    message: "The shop runs, but no longer passes its health check.",
    since: new Date(Date.now() - 3 * 60_000).toISOString(),
    waitingMayCure: true,
  };
  send({ kind: "store.phase", phase: "unready", cause }, null);
  expect(screen.getByText(/^It began/).textContent).toBe("It began 3m ago.");
});

it("an operation can be cancelled while it is open and its kind allows it", () => {
  renderTimeline();
  const cancelButton = () => screen.queryByRole("button", { name: "Cancel…" });
  send({ kind: "operation.queued", operation: "create" });
  expect(cancelButton()).not.toBeNull();
  send({ kind: "operation.cancelled", operation: "create" });
  expect(cancelButton()).toBeNull();
  send({ kind: "operation.queued", operation: "change-plan" }, "plan-1");
  expect(cancelButton()).toBeNull();
});

it("a repeated event is applied once, and an event of another store not at all", () => {
  renderTimeline();
  send({ kind: "store.drift", object: "Service" }, null, "Service blue-shop was repaired.");
  expect(screen.getAllByText("Service blue-shop was repaired.")).toHaveLength(1);
  seq--;
  send({ kind: "store.drift", object: "Service" }, null, "Service blue-shop was repaired.");
  expect(screen.getAllByText("Service blue-shop was repaired.")).toHaveLength(1);
  send({ kind: "store.forgotten" }, null, "", "another-id");
  expect(screen.getByRole("heading", { name: "Blue Shop" })).toBeDefined();
});

it("a store that is deleted elsewhere is replaced by a message with the focus", async () => {
  renderTimeline();
  send({ kind: "store.forgotten" }, null);
  const heading = await screen.findByRole("heading", { name: "blue is deleted" });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});
