// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Cause } from "@/lib/domain/cause";
import type { EventDetail } from "@/lib/domain/store-event";
import { emptyTimeline } from "@/lib/domain/timeline";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";
import { listOperationProfiles } from "@/lib/services/operations/list-operation-profiles";
import { fakeApi } from "@/tests/support/fake-api";
import { fakeEventSource } from "@/tests/support/fake-event-source";
import { renderInApp } from "@/tests/support/render-in-app";
import { shownStore } from "@/tests/support/shown-store";
import { StoreProvider } from "../store/store-provider";
import { useRelease } from "./use-release";

function Shown() {
  const { release, failure } = useRelease();
  return <p>{release?.chart ?? failure}</p>;
}

/** The release of a store as its page shows it, and a function that sends the next event of an operation. */
function renderRelease(store = shownStore) {
  const stream = fakeEventSource();
  const calls = fakeApi(() => Response.json({ chart: "store 0.1.0" }));
  const { unmount } = renderInApp(
    <StoreProvider
      store={store}
      typeLabel="WordPress site"
      sells={false}
      engine={stepSource(engineProfiles, "wordpress")}
      operations={listOperationProfiles()}
      timeline={emptyTimeline}
      can={["read", "enter"]}
    >
      <Shown />
    </StoreProvider>,
  );
  let seq = 0;
  const send = (operationId: string | null, detail: EventDetail) =>
    act(async () => {
      seq++;
      const { id: storeId, name: storeName, createdAt: at } = shownStore;
      stream.send(detail.kind, {
        seq,
        at,
        storeId,
        storeName,
        ownerId: "ann",
        operationId,
        message: "",
        detail,
      });
    });
  return { send, unmount, requests: () => calls.filter(({ path }) => path.endsWith("/release")).length };
}

const cause: Cause = { code: "internal", component: "store", message: "No.", waitingMayCure: false };

it("a store that is being created is asked for its release once its chart is applied, and again afterwards", async () => {
  const { send, requests } = renderRelease();
  await send("1", { kind: "operation.queued", operation: "create" });
  await send("1", { kind: "operation.started", operation: "create", attempt: 1 });
  await send("1", { kind: "step.started", step: "chart" });
  expect(requests()).toBe(0);
  expect(screen.getByText(/no Helm release at the moment/)).toBeDefined();
  await send("1", { kind: "step.finished", step: "chart", durationMs: 1 });
  expect(requests()).toBe(1);
  expect(await screen.findByText("store 0.1.0")).toBeDefined();
  await send("1", { kind: "operation.finished", operation: "create", durationMs: 1 });
  expect(requests()).toBe(2);
});

it("a create that failed has no release, and a second attempt none until its own chart is applied", async () => {
  const { send, requests } = renderRelease();
  await send("1", { kind: "operation.queued", operation: "create" });
  await send("1", { kind: "step.started", step: "chart" });
  await send("1", { kind: "step.finished", step: "chart", durationMs: 1 });
  await send(null, { kind: "store.phase", phase: "failed", cause });
  const before = requests();
  await send("1", { kind: "operation.failed", operation: "create", cause });
  await send(null, { kind: "store.phase", phase: "queued", cause: null });
  await send("2", { kind: "operation.queued", operation: "create" });
  expect(requests()).toBe(before);
});

it("a store that was ready has one until it is deleted", async () => {
  const { send, requests } = renderRelease({ ...shownStore, phase: "ready", readyAt: shownStore.createdAt });
  expect(requests()).toBe(1);
  await send("1", { kind: "operation.queued", operation: "delete" });
  await send(null, { kind: "store.phase", phase: "deleting", cause: null });
  await send("1", { kind: "operation.finished", operation: "delete", durationMs: 1 });
  expect(requests()).toBe(1);
});
