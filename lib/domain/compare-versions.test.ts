import { expect, test } from "vitest";
import { compareVersions } from "./compare-versions";

test.each([
  ["9.5.1", "9.6.0"],
  ["9.9", "9.10"],
  ["6.8", "6.8.1"],
  ["11.0.0-beta.1", "11.0.0"],
  ["11.0.0-beta.2", "11.0.0-beta.10"],
  ["11.0.0-alpha", "11.0.0-beta.1"],
  ["6.9-beta2", "6.9-RC1"],
  ["6.9-RC1", "6.9"],
  ["10.2.0~rc1", "10.2.0"],
  ["10.11.5-MariaDB", "10.11.6-MariaDB"],
  ["1.2.3.4", "1.2.3.10"],
  ["1.2.3", "1.2.3.1"],
  ["22", "24"],
])("%s is older than %s", (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
});

test.each([
  ["6.8", "6.8.0"],
  ["v22.1.0", "22.1.0"],
  ["10.11.6-MariaDB", "10.11.6"],
  ["10.11.6+maria~deb12", "10.11.6"],
  ["2.17.2-1ubuntu3", "2.17.2"],
  ["unknown", "0"],
])("%s is as old as %s", (one, other) => {
  expect(compareVersions(one, other)).toBe(0);
  expect(compareVersions(other, one)).toBe(0);
});
