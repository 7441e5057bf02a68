import { expect, test } from "vitest";
import { parseManifest } from "./parse-manifest";

const object = (kind: string, name: string) => ({ apiVersion: "v1", kind, metadata: { name } });

test("documents become objects in their order, and empty ones are dropped", () => {
  const text = [
    "---",
    "# Source: store/templates/a.yaml",
    JSON.stringify(object("Service", "b")),
    "---",
    "# only a comment",
    "---",
    JSON.stringify(object("Secret", "a")),
    "",
  ].join("\n");
  expect(parseManifest(text)).toEqual([object("Service", "b"), object("Secret", "a")]);
});

test("an empty manifest has no objects", () => {
  expect(parseManifest("")).toEqual([]);
  expect(parseManifest("---\n---\n")).toEqual([]);
});

test("a List is flattened, also a nested List", () => {
  const inner = {
    apiVersion: "v1",
    kind: "SecretList",
    items: [object("Secret", "a"), object("Secret", "b")],
  };
  const text = JSON.stringify({ apiVersion: "v1", kind: "List", items: [inner, object("Service", "c")] });
  expect(parseManifest(text).map(({ metadata }) => metadata.name)).toEqual(["a", "b", "c"]);
});

test("scalars are read as Helm reads them: octal modes, words as booleans, dates as text", () => {
  const text = `{apiVersion: v1, kind: A, metadata: {name: a}, mode: 0440, on: yes, day: 2026-01-02, at: 12:30:00}`;
  const [{ mode, day, at, ...rest } = {}] = parseManifest(text) as Record<string, unknown>[];
  expect({ mode, day, at }).toEqual({ mode: 0o440, day: "2026-01-02", at: "12:30:00" });
  expect(Object.values(rest)).toContain(true);
});

test.each([
  ["invalid YAML", "a: [", /not valid YAML/],
  ["a document that is not an object", "a: 1", /without kind and apiVersion/],
  ["an object without a name", "{apiVersion: v1, kind: Secret, metadata: {}}", /Secret without a name/],
])("%s is refused with its reason", (_, text, message) => {
  expect(() => parseManifest(text)).toThrow(
    expect.objectContaining({ code: "invalid", message: expect.stringMatching(message) }),
  );
});
