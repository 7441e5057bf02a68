import { expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { assertNotNewer, isOlder, version } from "./app/setup/version.js";

const [major, minor] = version.split(".").map(Number);

test("a shop of this Medusa, or one that says of none, is started as it is", () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  for (const found of [version, null]) {
    expect(isOlder(found)).toBe(false);
    expect(() => assertNotNewer(found)).not.toThrow();
  }
});

test("a shop of an older Medusa is one to move", () => {
  for (const found of [`${major}.${minor - 1}.99`, "2.9.0", "1.20.10"]) {
    expect(isOlder(found)).toBe(true);
    expect(() => assertNotNewer(found)).not.toThrow();
  }
});

test("a shop of a newer Medusa is not changed, and the message names the image that it needs", () => {
  const newer = `${major}.${minor + 1}.0`;
  expect(isOlder(newer)).toBe(false);
  expect(() => assertNotNewer(newer)).toThrow(`made by Medusa ${newer}`);
  expect(() => assertNotNewer(newer)).toThrow(
    new RegExp(`image of Medusa ${newer.replaceAll(".", "\\.")}\\.$`),
  );
});
