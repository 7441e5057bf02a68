import { describe, expect, it } from "vitest";
import type { ListedStore } from "@/components/stores/fold-stores";
import type { EventDetail, StoreEvent } from "@/lib/domain/store-event";
import { emptyTimeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { announce, foldStoreState, type StoreState } from "./fold-store-state";

const store = { id: "one", name: "blue", phase: "creating", readyAt: null, currentStep: null } as ListedStore;
const state: StoreState = { store, timeline: emptyTimeline, gone: null };
let seq = 0;

function event(detail: EventDetail, storeId = "one", message = ""): StoreEvent {
  return {
    seq: ++seq,
    at: new Date("2026-01-05T12:00:00Z"),
    storeId,
    storeName: "blue",
    ownerId: "ann",
    operationId: "create-1",
    message,
    detail,
  };
}

describe("the displayed state of a store", () => {
  it("applies events to the store and its timeline", () => {
    const folded = [
      event({ kind: "operation.queued", operation: "create" }),
      event({ kind: "step.started", step: "disk" }),
      event({ kind: "store.phase", phase: "ready", cause: null }),
    ].reduce(foldStoreState, state);
    expect(folded.store).toMatchObject({ phase: "ready", readyAt: "2026-01-05T12:00:00.000Z" });
    expect(folded.timeline.operations[0]?.steps[0]?.name).toBe("disk");
  });

  it("ignores events of an earlier store of the same name", () => {
    expect(foldStoreState(state, event({ kind: "store.forgotten" }, "another"))).toBe(state);
  });

  it("applies a response unless a newer event was applied", () => {
    const response = { ...store, phase: "queued", updatedAt: "2026-01-05T12:00:00.000Z" } as StoreResource;
    const updated = foldStoreState(state, { response });
    expect(updated.store.phase).toBe("queued");
    const later = {
      ...event({ kind: "store.phase", phase: "creating", cause: null }),
      at: new Date("2026-01-05T12:00:01Z"),
    };
    expect(foldStoreState(foldStoreState(updated, later), { response }).store.phase).toBe("creating");
  });

  it("distinguishes a deleted store from lost access", () => {
    expect(foldStoreState(state, event({ kind: "store.forgotten" })).gone).toBe("deleted");
    expect(foldStoreState(state, "lost").gone).toBe("lost");
    const handed = foldStoreState(state, { handedTo: "bob@example.com" });
    expect(foldStoreState(handed, "lost").gone).toEqual({ handedTo: "bob@example.com" });
    const deleting = { ...state, store: { ...store, phase: "deleting" as const } };
    expect(foldStoreState(deleting, "lost").gone).toBe("deleted");
  });
});

it("steps are announced to screen readers, other operation events are not", () => {
  const started = event({ kind: "step.started", step: "shop" }, "one", "Start the shop");
  expect(announce(started)).toBe("Start the shop: started.");
  const finished = event(
    { kind: "step.finished", step: "shop", durationMs: 1 },
    "one",
    "Start the shop: done",
  );
  expect(announce(finished)).toBe("Start the shop: done.");
  expect(announce(event({ kind: "operation.queued", operation: "create" }))).toBeNull();
});
