import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { allOperations } from "../contract/all-operations";
import { apiDocument } from "./build-document";

const document = apiDocument();
const text = JSON.stringify(document);

describe("the API's document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(text))).toMatchObject({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("contains every operation, with unique ids", () => {
    const ids = allOperations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, method, path } of allOperations) {
      const item = document.paths?.[path] as Record<string, { operationId: string }> | undefined;
      expect(item?.[method.toLowerCase()]?.operationId).toBe(id);
    }
  });

  it("contains no dangling reference", () => {
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = pointer.split("/").reduce<unknown>((node, key) => (node as never)?.[key], document);
      expect(found, pointer).toBeDefined();
    }
  });

  it("describes exactly the parameters of each path", () => {
    for (const { id, path, params } of allOperations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect([id, Object.keys(params?.shape ?? {}).sort()]).toEqual([id, named]);
    }
  });

  it("has a valid example for each body", () => {
    for (const { id, body, example } of allOperations) {
      if (!body) continue;
      expect(example, `${id} has a body: give an example of it`).toBeDefined();
      expect(body.safeParse(example).error?.issues ?? [], id).toEqual([]);
    }
  });

  it("describes who may call each operation", () => {
    const methods = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
    expect(methods.length).toBe(allOperations.length);
    for (const operation of methods as { description: string; security: unknown[] }[]) {
      expect(operation.description).toMatch(/Needs no authentication|Requires /);
      expect(operation.security).toBeInstanceOf(Array);
    }
  });
});
