import fc from "fast-check";
import { expect, it } from "vitest";
import { readIdempotencyKey } from "./read-idempotency-key";

function read(key: string | null): string | null {
  const headers: Record<string, string> = key === null ? {} : { "idempotency-key": key };
  return readIdempotencyKey(new Request("http://localhost/api/stores", { method: "POST", headers }));
}

it("a request without the header has no key", () => {
  expect(read(null)).toBeNull();
});

it("a key of 1 to 255 visible ASCII characters is accepted unchanged", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\x21-\x7e]{1,255}$/), (key) => {
      expect(read(key)).toBe(key);
    }),
  );
});

it.each(["", "two words", "x".repeat(256), "é", "tab\there"])("the key “%s” is refused", (key) => {
  expect(() => read(key)).toThrow(expect.objectContaining({ code: "invalid", field: "Idempotency-Key" }));
});
