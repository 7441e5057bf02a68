import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namespaceOf } from "./store";
import { storeName } from "./store-name";

const accepts = (name: unknown) => storeName.safeParse(name).success;
const letter = "abcdefghijklmnopqrstuvwxyz";
const name = fc
  .tuple(
    fc.constantFrom(...letter),
    fc.string({ unit: fc.constantFrom(...letter, ..."0123456789-"), maxLength: 38 }),
    fc.constantFrom(...letter, ..."0123456789"),
  )
  .map((parts) => parts.join(""));

describe("a store's name", () => {
  it("that is accepted is a DNS label, and its namespace is one too", () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.string(), fc.string({ unit: "grapheme" })), (text) => {
        if (!accepts(text)) return;
        expect(text).toMatch(/^[a-z]([a-z0-9-]*[a-z0-9])?$/);
        expect(namespaceOf(text)).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
      }),
    );
  });

  it("of letters, digits and hyphens is accepted unless it is reserved", () => {
    fc.assert(
      fc.property(name, (text) => {
        const kept = storeName.safeParse(text).error?.issues.map(({ message }) => message) ?? [];
        expect(kept.filter((message) => !message.includes("reserved"))).toEqual([]);
      }),
    );
  });

  it("with any other character is refused, at every position", () => {
    const foreign = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 1 })
      .filter((c) => !/[a-z0-9-]/.test(c));
    fc.assert(
      fc.property(name, foreign, fc.nat(), (text, character, at) => {
        const place = at % (text.length + 1);
        expect(accepts(text.slice(0, place) + character + text.slice(place))).toBe(false);
      }),
    );
  });

  it.each([
    ["blue\n"],
    ["\nblue"],
    ["BLUE"],
    ["blue-"],
    ["-blue"],
    ["1blue"],
    ["a".repeat(41)],
    ["kube-x"],
    ["admin"],
  ])("cannot be %j", (text) => {
    expect(accepts(text)).toBe(false);
  });
});
