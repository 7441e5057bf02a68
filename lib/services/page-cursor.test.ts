import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./page-cursor";

const shape = z.tuple([z.number().int(), z.string()]);

describe("a cursor", () => {
  it("decodes to the place that it encodes", () => {
    const place = fc.tuple(fc.maxSafeInteger(), fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(place, ([at, id]) => {
        expect(decodeCursor(shape, encodeCursor([at, id]))).toEqual([at === 0 ? 0 : at, id]);
      }),
    );
  });

  it("needs no escaping in a URL", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (id) => {
        expect(encodeCursor([1, id])).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it("that is not valid is refused with a field error", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(encodeCursor)), (cursor) => {
        try {
          expect(shape.safeParse(decodeCursor(shape, cursor)).success).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: "invalid", field: "cursor" });
        }
      }),
    );
  });
});
