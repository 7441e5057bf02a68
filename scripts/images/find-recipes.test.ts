import { beforeAll, expect, it } from "vitest";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { storeTypes } from "@/lib/engines/store-types";
import { findRecipes } from "./find-recipes";
import type { ImageFamily } from "./image-family";

/** Nothing listens there: no test downloads anything. */
const env = { WOOCOMMERCE_ZIP: "http://127.0.0.1:9/woocommerce.zip", WOOCOMMERCE_SHA256: "0".repeat(64) };
let families: ImageFamily[];

beforeAll(async () => {
  families = await Promise.all((await findRecipes()).map(({ recipe }) => recipe(env)));
});

it("every shop image is built by exactly one family", () => {
  const made = families.flatMap(({ images }) => images).sort();
  const run = Object.values(engineProfiles).flatMap(({ imageNames }) => Object.values(imageNames));
  expect(made).toEqual([...new Set(run)].sort());
});

it("a family that can't build a store type gives the reason", () => {
  const unavailable = Object.assign({}, ...families.map((family) => family.unavailable));
  expect(Object.keys(unavailable)).toEqual(["woocommerce"]);
  expect(storeTypes).toEqual(expect.arrayContaining(Object.keys(unavailable)));
  expect(unavailable.woocommerce).toMatch(/can't be reached .*\.$/);
});
