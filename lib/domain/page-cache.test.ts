import { expect, it } from "vitest";
import { hitRate } from "./page-cache";

it("the hit rate is the share of the pages that came from the cache", () => {
  expect(hitRate({ hits: 3, misses: 1 })).toBe(0.75);
  expect(hitRate({ hits: 0, misses: 2 })).toBe(0);
});

it("the hit rate is unknown before the first page", () => {
  expect(hitRate({ hits: 0, misses: 0 })).toBeNull();
});
