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

  it("has every operation, each under a name of its own", () => {
    const ids = allOperations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, method, path } of allOperations) {
      const item = document.paths?.[path] as Record<string, { operationId: string }> | undefined;
      expect(item?.[method.toLowerCase()]?.operationId).toBe(id);
    }
  });

  it("points at nothing that is not there", () => {
    for (const [, pointer = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = pointer.split("/").reduce<unknown>((node, key) => (node as never)?.[key], document);
      expect(found, pointer).toBeDefined();
    }
  });

  it("describes each parameter of a path, and no other", () => {
    for (const { id, path, params } of allOperations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect([id, Object.keys(params?.shape ?? {}).sort()]).toEqual([id, named]);
    }
  });

  it("shows with each body an example that works", () => {
    for (const { id, body, example } of allOperations) {
      if (!body) continue;
      expect(example, `${id} has a body: give an example of it`).toBeDefined();
      expect(body.safeParse(example).error?.issues ?? [], id).toEqual([]);
    }
  });

  it("says of each operation who may call it", () => {
    const methods = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item));
    expect(methods.length).toBe(allOperations.length);
    for (const operation of methods as { description: string; security: unknown[] }[]) {
      expect(operation.description).toMatch(/Needs no authentication|Requires /);
      expect(operation.security).toBeInstanceOf(Array);
    }
  });
});
