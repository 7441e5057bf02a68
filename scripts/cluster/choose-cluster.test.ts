import { describe, expect, it } from "vitest";
import { readWish } from "./choose-cluster";
import { portOf } from "./existing-cluster";

describe("the setting CLUSTER", () => {
  it("is optional", () => {
    expect(readWish(undefined)).toBeNull();
    expect(readWish("")).toBeNull();
    expect(readWish("kind")).toBe("kind");
  });

  it("is refused with the list of kinds if the kind is unknown", () => {
    expect(() => readWish("k3s")).toThrow('CLUSTER is "k3s": set it to existing, kind or local');
  });
});

describe("the port in a store's address", () => {
  it.each([
    ["http://127.0.0.1:8080", 8080],
    ["http://127.0.0.1", undefined],
    ["http://127.0.0.1:80", undefined],
    ["https://127.0.0.1:443", undefined],
  ])("of %s is %s", (origin, port) => {
    expect(portOf(origin)).toBe(port);
  });
});
