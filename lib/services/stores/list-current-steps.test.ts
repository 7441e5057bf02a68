import { eq } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { operations, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { EventDetail } from "@/lib/domain/store-event";
import type { Ctx } from "@/lib/services/app-context";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { listCurrentSteps } from "./list-current-steps";

let platform: TestPlatform;
let ann: Ctx;

beforeEach(() => {
  platform = createTestPlatform({ env: { MAX_STORES: "20" }, storesPerUser: 20 });
  ann = platform.as("ann@example.com");
});

/** A store whose create has these events after it was queued. Returns its id. */
function storeWith(name: string, details: EventDetail[], state: "running" | "done" = "running"): string {
  createStore(ann, createStoreInput.parse({ name, type: "wordpress" }));
  const { db, events } = platform.deps;
  const store = db.select().from(stores).where(eq(stores.name, name)).get();
  const operation = db
    .select()
    .from(operations)
    .where(eq(operations.storeId, store?.id ?? ""))
    .get();
  if (!store || !operation) throw new Error("The store was not created.");
  db.update(operations).set({ state }).where(eq(operations.id, operation.id)).run();
  for (const detail of details) events.append(db, store, { message: "", detail, operationId: operation.id });
  return store.id;
}

const started = (step: "namespace" | "chart"): EventDetail => ({ kind: "step.started", step });
const finished = (step: "namespace" | "chart"): EventDetail => ({
  kind: "step.finished",
  step,
  durationMs: 1,
});

it("each store has its own running step", () => {
  const blue = storeWith("blue", [started("namespace"), finished("namespace"), started("chart")]);
  const green = storeWith("green", [started("namespace")]);
  const steps = listCurrentSteps(ann, [blue, green]);
  expect([...steps].map(([id, { name }]) => [id, name])).toEqual([
    [blue, "chart"],
    [green, "namespace"],
  ]);
});

it("a store between two steps, or whose operation has ended, has none", () => {
  const between = storeWith("between", [started("namespace"), finished("namespace")]);
  const ended = storeWith("ended", [started("namespace")], "done");
  expect(listCurrentSteps(ann, [between, ended]).size).toBe(0);
});

it("ten stores are read with one statement, and none without stores", () => {
  const ids = Array.from({ length: 10 }, (_, index) => storeWith(`store-${index}`, [started("namespace")]));
  const prepare = vi.spyOn(platform.deps.db.$client, "prepare");
  expect(listCurrentSteps(ann, ids).size).toBe(10);
  expect(prepare).toHaveBeenCalledTimes(1);
  expect(listCurrentSteps(ann, []).size).toBe(0);
  expect(prepare).toHaveBeenCalledTimes(1);
  prepare.mockRestore();
});
