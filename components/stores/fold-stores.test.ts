import { describe, expect, it } from "vitest";
import type { EventDetail, StoreEvent } from "@/lib/domain/store-event";
import { foldStores, isNewStore, type ListedStore, matchesQuery } from "./fold-stores";

const at = new Date("2026-11-23T20:00:08Z");

function listed(id: string, over: Partial<ListedStore> = {}): ListedStore {
  return {
    id,
    name: id,
    phase: "queued",
    cause: null,
    readyAt: null,
    currentStep: null,
    ...over,
  } as ListedStore;
}

function event(storeId: string, detail: EventDetail, message = ""): StoreEvent {
  return { seq: 1, at, storeId, storeName: storeId, ownerId: "u", operationId: "o", message, detail };
}

describe("the list of stores", () => {
  it("updates a store's phase and cause", () => {
    const [a, b] = foldStores(
      [listed("a"), listed("b")],
      event("a", { kind: "store.phase", phase: "creating", cause: null }),
    );
    expect([a?.phase, b?.phase]).toEqual(["creating", "queued"]);
  });

  it("keeps the time at which a store first became ready", () => {
    const ready = event("a", { kind: "store.phase", phase: "ready", cause: null });
    expect(foldStores([listed("a")], ready)[0]?.readyAt).toBe(at.toISOString());
    expect(foldStores([listed("a", { readyAt: "earlier" })], ready)[0]?.readyAt).toBe("earlier");
  });

  it("has the failure of an operation until the next one is requested", () => {
    const cause = { code: "internal", component: "store", message: "No.", waitingMayCure: false } as const;
    const failed = foldStores(
      [listed("a")],
      event("a", { kind: "operation.failed", operation: "change-plan", cause }),
    );
    expect(failed[0]?.lastFailure).toBe("No.");
    const next = foldStores(failed, event("a", { kind: "operation.queued", operation: "verify" }));
    expect(next[0]?.lastFailure).toBeNull();
  });

  it("shows the running step until the step or its operation ends", () => {
    const begun = event("a", { kind: "step.started", step: "disk" }, "Provision volumes");
    const started = foldStores([listed("a")], begun);
    expect(started[0]?.currentStep).toEqual({ step: "disk", title: "Provision volumes", since: at });
    const ends: EventDetail[] = [
      { kind: "step.finished", step: "disk", durationMs: 1 },
      { kind: "operation.finished", operation: "create", durationMs: 1 },
      { kind: "operation.cancelled", operation: "create" },
    ];
    for (const end of ends) expect(foldStores(started, event("a", end))[0]?.currentStep).toBeNull();
    const other = foldStores(started, event("a", { kind: "step.finished", step: "chart", durationMs: 1 }));
    expect(other[0]?.currentStep?.step).toBe("disk");
  });

  it("updates the offered update and the installed versions", () => {
    const versions = [{ name: "WooCommerce", version: "9.6" }];
    const [store] = foldStores([listed("a")], event("a", { kind: "store.update", offered: versions }));
    expect(store?.update).toEqual({ versions });
    const [asked] = foldStores([listed("a")], event("a", { kind: "store.update", offered: null }));
    expect(asked?.update).toBeNull();
    const [verified] = foldStores([listed("a")], event("a", { kind: "store.versions", versions }));
    expect(verified?.versions).toEqual(versions);
  });

  it("removes a deleted store", () => {
    expect(foldStores([listed("a"), listed("b")], event("a", { kind: "store.forgotten" }))).toEqual([
      listed("b"),
    ]);
  });

  it("updates a store's owner", () => {
    const [store] = foldStores(
      [listed("a")],
      event("a", { kind: "store.owner", email: "bob@example.com", from: "u" }),
    );
    expect(store?.owner).toEqual({ id: "u", email: "bob@example.com" });
  });

  it("adds only stores that were transferred to the user or shared with them", () => {
    const given = event("c", { kind: "store.owner", email: "bob@example.com", from: "u" });
    const shared = event("c", { kind: "store.members", email: "bob@example.com", role: "viewer" });
    const left = event("c", { kind: "store.members", email: "bob@example.com", role: null });
    const asked = (stores: ListedStore[], me: string) =>
      [given, shared, left].map((each) => isNewStore(stores, each, me));
    expect(asked([listed("a")], "bob@example.com")).toEqual([true, true, false]);
    expect(asked([listed("c")], "bob@example.com")).toEqual([false, false, false]);
    expect(asked([listed("a")], "ann@example.com")).toEqual([false, false, false]);
  });

  it("adds only stores that were created after the list was loaded", () => {
    const create = event("c", { kind: "operation.queued", operation: "create" });
    expect(isNewStore([listed("a")], create, "")).toBe(true);
    expect(isNewStore([listed("c")], create, "")).toBe(false);
    expect(isNewStore([], event("c", { kind: "operation.queued", operation: "delete" }), "")).toBe(false);
  });
});

it("a new store is shown if it matches the filter", () => {
  const store = listed("teapots", {
    type: "wordpress",
    config: { title: "Tea & Pots" } as ListedStore["config"],
    owner: { id: "ann", email: "ann@example.com" },
  });
  expect(matchesQuery(store, {})).toBe(true);
  expect(matchesQuery(store, { q: "& POTS", type: "wordpress", phase: "queued" })).toBe(true);
  expect(matchesQuery(store, { owner: "Ann@example.com" })).toBe(true);
  expect(matchesQuery(store, { q: "mugs" })).toBe(false);
  expect(matchesQuery(store, { phase: "failed" })).toBe(false);
  expect(matchesQuery(store, { owner: "bob@example.com" })).toBe(false);
});
