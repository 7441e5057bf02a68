import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/context";
import { createTestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { listStores, type StoreFilter } from "./list-stores";

let root: Ctx;
let ann: Ctx;

beforeEach(() => {
  const platform = createTestPlatform({ env: { MAX_STORES: "20" } });
  root = platform.as("root@example.com", "admin");
  ann = platform.as("ann@example.com");
  const bob = platform.as("bob@example.com");
  const create = (who: Ctx, name: string, type = "wordpress", title?: string) =>
    createStore(who, createStoreInput.parse({ name, type, title }));
  create(ann, "blue", "woocommerce", "Indigo & Sons");
  create(ann, "green");
  create(bob, "red", "woocommerce");
  create(bob, "dark-blue");
  const { db } = platform.deps;
  db.update(stores).set({ phase: "ready" }).where(eq(stores.name, "red")).run();
  db.update(stores).set({ plan: "large" }).where(eq(stores.name, "green")).run();
});

const names = (who: Ctx, filter: StoreFilter & { limit?: number; cursor?: string }) =>
  listStores(who, filter)
    .stores.map(({ name }) => name)
    .sort();

describe("a list of stores", () => {
  it.each<[string, StoreFilter, string[]]>([
    ["by phase", { phase: "ready" }, ["red"]],
    ["by type", { type: "woocommerce" }, ["blue", "red"]],
    ["by plan", { plan: "large" }, ["green"]],
    ["by owner", { owner: " Bob@Example.com" }, ["dark-blue", "red"]],
    ["by an owner that nobody is", { owner: "eve@example.com" }, []],
    ["by text in the name", { q: "blue" }, ["blue", "dark-blue"]],
    ["by text in the title", { q: "INDIGO" }, ["blue"]],
    ["by text that would be a pattern", { q: "%" }, []],
    ["by several at once", { q: "blue", type: "wordpress" }, ["dark-blue"]],
  ])("can be had %s", (_how, filter, expected) => {
    expect(names(root, filter)).toEqual(expected);
  });

  it("shows nobody more than they see anyway", () => {
    expect(names(ann, { type: "woocommerce" })).toEqual(["blue"]);
    expect(names(ann, { owner: "bob@example.com" })).toEqual([]);
  });

  it("keeps to its filter from page to page", () => {
    const first = listStores(root, { type: "woocommerce", limit: 1 });
    const second = listStores(root, { type: "woocommerce", limit: 1, cursor: first.nextCursor ?? "" });
    expect([...first.stores, ...second.stores].map(({ name }) => name)).toEqual(["red", "blue"]);
    expect(second.nextCursor).toBeNull();
  });
});
