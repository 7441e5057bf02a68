import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreFilter } from "@/lib/domain/store-filter";
import type { Ctx } from "@/lib/services/app-context";
import { createTestPlatform } from "@/tests/support/test-platform";
import { countStores } from "./count-stores";
import { createStore } from "./create-store";
import { listStores } from "./list-stores";

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
    ["by an unknown owner", { owner: "eve@example.com" }, []],
    ["by text in the name", { q: "blue" }, ["blue", "dark-blue"]],
    ["by text in the title", { q: "INDIGO" }, ["blue"]],
    ["by text that looks like a pattern", { q: "%" }, []],
    ["by several fields", { q: "blue", type: "wordpress" }, ["dark-blue"]],
  ])("can be filtered %s", (_how, filter, expected) => {
    expect(names(root, filter)).toEqual(expected);
  });

  it("shows only stores that the caller has access to", () => {
    expect(names(ann, { type: "woocommerce" })).toEqual(["blue"]);
    expect(names(ann, { owner: "bob@example.com" })).toEqual([]);
  });

  it("keeps its filter over all pages", () => {
    const first = listStores(root, { type: "woocommerce", limit: 1 });
    const second = listStores(root, { type: "woocommerce", limit: 1, cursor: first.nextCursor ?? "" });
    expect([...first.stores, ...second.stores].map(({ name }) => name)).toEqual(["red", "blue"]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ["newest", ["dark-blue", "red", "green", "blue"]],
    ["oldest", ["blue", "green", "red", "dark-blue"]],
    ["name", ["blue", "dark-blue", "green", "red"]],
  ] as const)("sorted by %s keeps that order over all pages, with each store once", (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = listStores(root, { sort, limit: 1, cursor: cursor ?? undefined });
      seen.push(...page.stores.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(expected);
  });

  it("refuses a cursor of another order", () => {
    const { nextCursor } = listStores(root, { sort: "name", limit: 1 });
    expect(() => listStores(root, { sort: "oldest", cursor: nextCursor ?? "" })).toThrow(/cursor/);
  });
});

describe("the number of stores per phase", () => {
  it("covers the caller's stores that match the filter", () => {
    expect(countStores(root)).toEqual(
      new Map([
        ["queued", 3],
        ["ready", 1],
      ]),
    );
    expect(countStores(root, { q: "blue" })).toEqual(new Map([["queued", 2]]));
    expect(countStores(ann)).toEqual(new Map([["queued", 2]]));
  });
});
