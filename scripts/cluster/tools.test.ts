import { describe, expect, it } from "vitest";
import { isSuitableHelm, isSuitableKubectl } from "./tools";

describe("a helm found on PATH", () => {
  it.each([
    ["v3.14.0+g3fc9f4b", true],
    ["v4.1.4", true],
    ["v3.13.3+gc8b9489", false],
    ["v2.17.0", false],
    ["Error: unknown", false],
  ])("%s is suitable: %s", (version, suitable) => {
    expect(isSuitableHelm(version)).toBe(suitable);
  });
});

describe("a kubectl found on PATH", () => {
  it.each([
    ["v1.32.4-dispatcher", true],
    ["v1.28.0", true],
    ["v1.20.2", false],
    ["", false],
  ])("%s is suitable: %s", (version, suitable) => {
    expect(isSuitableKubectl(version)).toBe(suitable);
  });
});
