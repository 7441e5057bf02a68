import { describe, expect, it } from "vitest";
import type { ListedStore } from "@/components/stores/fold-stores";
import type { EventDetail, StoreEvent } from "@/lib/domain/store-event";
import { emptyTimeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { announce, foldStoreState, type StoreState } from "./fold-store-state";

const store = { id: "one", name: "blue", phase: "creating", readyAt: null, doing: null } as ListedStore;
const room: StoreState = { store, timeline: emptyTimeline, gone: null };
let seq = 0;

function event(detail: EventDetail, storeId = "one"): StoreEvent {
  return {
    seq: ++seq,
    at: new Date("2026-01-05T12:00:00Z"),
    storeId,
    storeName: "blue",
    ownerId: "ann",
    operationId: "create-1",
    message: "",
    detail,
  };
}

describe("the room around a store's tabs", () => {
  it("keeps the store and its timeline in step", () => {
    const heard = [
      event({ kind: "operation.queued", operation: "create" }),
      event({ kind: "step.started", step: "disk" }),
      event({ kind: "store.phase", phase: "ready", cause: null }),
    ].reduce(foldStoreState, room);
    expect(heard.store).toMatchObject({ phase: "ready", readyAt: "2026-01-05T12:00:00.000Z" });
    expect(heard.timeline.operations[0]?.steps[0]?.name).toBe("disk");
  });

  it("does not listen to an earlier store of the same name", () => {
    expect(foldStoreState(room, event({ kind: "store.forgotten" }, "another"))).toBe(room);
  });

  it("takes an answer over, and not one that is older than what was heard", () => {
    const answered = { ...store, phase: "queued", updatedAt: "2026-01-05T12:00:00.000Z" } as StoreResource;
    const asked = foldStoreState(room, { answered });
    expect(asked.store.phase).toBe("queued");
    const later = {
      ...event({ kind: "store.phase", phase: "creating", cause: null }),
      at: new Date("2026-01-05T12:00:01Z"),
    };
    expect(foldStoreState(foldStoreState(asked, later), { answered }).store.phase).toBe("creating");
  });

  it("knows a store that was deleted from one that its reader may see no more", () => {
    expect(foldStoreState(room, event({ kind: "store.forgotten" })).gone).toBe("deleted");
    expect(foldStoreState(room, "lost").gone).toBe("lost");
    const handed = foldStoreState(room, { handedTo: "bob@example.com" });
    expect(foldStoreState(handed, "lost").gone).toEqual({ handedTo: "bob@example.com" });
    const deleting = { ...room, store: { ...store, phase: "deleting" as const } };
    expect(foldStoreState(deleting, "lost").gone).toBe("deleted");
  });
});

it("a screen reader hears of steps, and not of bookkeeping", () => {
  expect(announce(event({ kind: "step.started", step: "shop" }))).toBe("Start the shop: begun.");
  expect(announce(event({ kind: "operation.queued", operation: "create" }))).toBeNull();
});
