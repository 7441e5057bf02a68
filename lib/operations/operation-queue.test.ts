import { expect, it } from "vitest";
import { transact } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { createTestPlatform } from "@/tests/support/test-platform";

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const blue = createStoreInput.parse({ name: "blue", type: "wordpress" });

/** A platform that counts how often its worker would be woken, and what it would find then. */
function listen() {
  const platform = createTestPlatform();
  const found: number[] = [];
  platform.deps.operations.onWork(() =>
    found.push(
      platform.deps.db
        .select()
        .from(operations)
        .all()
        .filter(({ state }) => state === "queued").length,
    ),
  );
  return { platform, ann: platform.as("ann@example.com"), found };
}

it("a request that queues an operation wakes the worker, which finds the committed row", async () => {
  const { ann, found } = listen();
  createStore(ann, blue);
  expect(found).toEqual([]);
  await nextTurn();
  expect(found).toEqual([1]);
});

it("several requests in one turn of the event loop wake the worker once", async () => {
  const { platform, ann, found } = listen();
  const row = createStore(ann, blue);
  transact(platform.deps.db, (tx) => {
    for (let n = 0; n < 5; n += 1)
      platform.deps.operations.enqueue(tx, row, { kind: "repair", requester: null, state: {} });
  });
  await nextTurn();
  expect(found).toEqual([6]);
});

it("a cancellation wakes the worker too", async () => {
  const { ann, found } = listen();
  createStore(ann, blue);
  await nextTurn();
  deleteStore(ann, "blue");
  await nextTurn();
  expect(found).toEqual([1, 1]);
});
