import { expect, it } from "vitest";
import { etagOf, ifMatch, isNamedIn } from "./etag";

const etag = etagOf('{"name":"blue"}');

it("equal bytes have equal tags, and different bytes have different tags", () => {
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  expect(etagOf('{"name":"blue"}')).toBe(etag);
  expect(etagOf('{"name":"red"}')).not.toBe(etag);
});

it.each([
  [etag, true],
  [`"other", ${etag}`, true],
  [`W/${etag}`, true],
  ["*", true],
  ['"other"', false],
  ["", false],
  [null, false],
])("If-None-Match: %s", (header, named) => {
  expect(isNamedIn(header, etag)).toBe(named);
});

function check(header: string | null): string {
  const headers: Record<string, string> = header === null ? {} : { "if-match": header };
  const request = new Request("http://localhost/api/things", { method: "DELETE", headers });
  try {
    ifMatch(request, (name: string) => ({ name }))("blue");
    return "passes";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

it.each([
  [null, "passes"],
  [etag, "passes"],
  [`"other",${etag}`, "passes"],
  ["*", "passes"],
  ['"other"', "precondition_failed"],
  [`W/${etag}`, "precondition_failed"],
  ["nonsense", "precondition_failed"],
])("If-Match: %s %s", (header, outcome) => {
  expect(check(header)).toBe(outcome);
});
