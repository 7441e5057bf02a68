import { expect, it } from "vitest";
import { boundsText, fieldsOf, type Schema, typeText } from "./schema-text";

it.each<[Schema, string]>([
  [{ $ref: "#/components/schemas/Store" }, "Store"],
  [{ type: "array", items: { $ref: "#/components/schemas/Store" } }, "list of Store"],
  [{ anyOf: [{ $ref: "#/components/schemas/Cause" }, { type: "null" }] }, "Cause or null"],
  [{ type: ["string", "null"] }, "string or null"],
  [{ type: "string", enum: ["a", "b"] }, "a | b"],
  [{ type: "string", format: "date-time" }, "string, date-time"],
  [{ const: "about:blank" }, '"about:blank"'],
  [{}, "anything"],
])("%j is described as %s", (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

it("limits and defaults of a schema are described", () => {
  expect(boundsText({ minimum: 1, maximum: 100, default: 50 })).toBe("from 1, to 100, default 50");
  expect(boundsText({ minLength: 1, maxLength: 40 })).toBe("1 to 40 characters");
  expect(boundsText({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER })).toBe("");
});

it("nested fields have dotted names", () => {
  const schema: Schema = {
    type: "object",
    required: ["owner"],
    properties: {
      owner: { type: "object", properties: { id: { type: "string" } } },
      errors: { type: "array", items: { type: "object", properties: { field: { type: "string" } } } },
    },
  };
  expect(fieldsOf(schema).map(({ name, required }) => [name, required])).toEqual([
    ["owner", true],
    ["owner.id", false],
    ["errors", false],
    ["errors[].field", false],
  ]);
});
