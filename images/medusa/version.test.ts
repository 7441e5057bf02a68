import { expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { assertSameVersion, version } from "./app/setup/version.js";

test("a shop of this Medusa, or one that says of none, is started", () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(() => assertSameVersion(version)).not.toThrow();
  expect(() => assertSameVersion(undefined)).not.toThrow();
});

test("a shop of another Medusa is left alone, and it is said which image it needs", () => {
  expect(() => assertSameVersion("2.17.3")).toThrow(/made by Medusa 2\.17\.3.*image of Medusa 2\.17\.3\.$/);
});
