import { expect, it } from "vitest";
import { findDuplicateKey } from "./find-duplicate-key";

it.each([
  ['{"a":1,"b":2}', null],
  ['{"a":1,"a":2}', "a"],
  ['{"a":1,"\\u0061":2}', "a"],
  ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', null],
  ['{"a":{"b":1,"b":2}}', "b"],
  ['[{"a":1,"a":2}]', "a"],
  ['{"a":"a","b":"a:a"}', null],
  ['{"a":"\\",\\"a\\":","b":1}', null],
  ['"just text: {\\"a\\"}"', null],
  ["5", null],
])("the first duplicate key of %s is %s", (json, key) => {
  JSON.parse(json);
  expect(findDuplicateKey(json)).toBe(key);
});
