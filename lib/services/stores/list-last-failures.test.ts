import { beforeEach, expect, it } from "vitest";
import { operations, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { OperationState } from "@/lib/domain/operation";
import type { Ctx } from "@/lib/services/app-context";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { listLastFailures } from "./list-last-failures";

let platform: TestPlatform;
let ann: Ctx;

beforeEach(() => {
  platform = createTestPlatform({ env: { MAX_STORES: "20" }, storesPerUser: 20 });
  ann = platform.as("ann@example.com");
});

/** A store with operations in these states, the oldest first, one second apart. Returns its id. */
function storeWith(name: string, states: OperationState[]): string {
  createStore(ann, createStoreInput.parse({ name, type: "wordpress" }));
  const { db } = platform.deps;
  const store = db
    .select()
    .from(stores)
    .all()
    .find((row) => row.name === name);
  if (!store) throw new Error("The store was not created.");
  states.forEach((state, index) => {
    const createdAt = new Date(Date.now() + (index + 1) * 1_000);
    const message = `${name} failed, ${index}.`;
    const cause = { code: "internal", component: "store", message, waitingMayCure: false } as const;
    const id = `${name}-${index}`;
    db.insert(operations)
      .values({ id, storeId: store.id, ownerId: store.ownerId, kind: "change-plan", state, cause, createdAt })
      .run();
  });
  return store.id;
}

it("a store has the failure of its latest operation, and none once another one was requested", () => {
  const failed = storeWith("failed", ["done", "failed"]);
  const again = storeWith("again", ["failed", "queued"]);
  const later = storeWith("later", ["failed", "done"]);
  const cancelled = storeWith("cancelled", ["cancelled"]);
  expect([...listLastFailures(ann, [failed, again, later, cancelled])]).toEqual([
    [failed, "failed failed, 1."],
  ]);
  expect(listLastFailures(ann, []).size).toBe(0);
});
