import { expect, test } from "vitest";
import { FreshCache } from "./fresh-cache";

/** A source that gives 1, 2, 3, … and can be made to fail. */
function counting() {
  const source = { calls: 0, broken: false };
  const load = async () => {
    source.calls += 1;
    if (source.broken) throw new Error("away");
    return source.calls;
  };
  return { source, cache: new FreshCache(load, { freshMs: 100, keptMs: 1000, most: 2 }) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a fresh entry is loaded once", async () => {
  const { source, cache } = counting();
  expect([await cache.get("a"), await cache.get("a")]).toEqual([1, 1]);
  expect(source.calls).toBe(1);
});

test("concurrent readers share one load", async () => {
  const { source, cache } = counting();
  expect(await Promise.all([cache.get("a"), cache.get("a")])).toEqual([1, 1]);
  expect(source.calls).toBe(1);
});

test("a stale entry is returned immediately and reloaded in the background", async () => {
  const { cache } = counting();
  await cache.get("a");
  expect(await cache.get("a", Date.now() + 500)).toBe(1);
  await settle();
  expect(await cache.get("a")).toBe(2);
});

test("a reader waits for the reload of an expired entry", async () => {
  const { cache } = counting();
  await cache.get("a");
  expect(await cache.get("a", Date.now() + 5000)).toBe(2);
});

test("while the source fails, a stale entry is returned until it expires; then the error is thrown", async () => {
  const { source, cache } = counting();
  await cache.get("a");
  source.broken = true;
  expect(await cache.get("a", Date.now() + 500)).toBe(1);
  await settle();
  expect(await cache.get("a", Date.now() + 500)).toBe(1);
  await expect(cache.get("a", Date.now() + 5000)).rejects.toThrow("away");
});

test("the entry with the oldest load is evicted", async () => {
  const { source, cache } = counting();
  for (const key of ["a", "b", "c"]) await cache.get(key);
  await cache.get("b");
  await cache.get("c");
  expect(source.calls).toBe(3);
  await cache.get("a");
  expect(source.calls).toBe(4);
});
