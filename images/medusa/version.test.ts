import { expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { assertNotNewer, isOlder, version } from "./app/setup/version.js";

const [major, minor] = version.split(".").map(Number);

test("a shop with the same or no recorded Medusa version starts without migrations", () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  for (const found of [version, null]) {
    expect(isOlder(found)).toBe(false);
    expect(() => assertNotNewer(found)).not.toThrow();
  }
});

test("a shop with an older Medusa version is migrated", () => {
  for (const found of [`${major}.${minor - 1}.99`, "2.9.0", "1.20.10"]) {
    expect(isOlder(found)).toBe(true);
    expect(() => assertNotNewer(found)).not.toThrow();
  }
});

test("a shop with a newer Medusa version is not changed, and the message names the required image", () => {
  const newer = `${major}.${minor + 1}.0`;
  expect(isOlder(newer)).toBe(false);
  expect(() => assertNotNewer(newer)).toThrow(`made by Medusa ${newer}`);
  expect(() => assertNotNewer(newer)).toThrow(
    new RegExp(`image of Medusa ${newer.replaceAll(".", "\\.")}\\.$`),
  );
});
