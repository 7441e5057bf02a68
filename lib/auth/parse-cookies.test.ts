import { expect, it } from "vitest";
import { parseCookies } from "./parse-cookies";

it.each([
  [null, []],
  ["", []],
  ["a=1; b=two%20words", ["a:1", "b:two words"]],
  ["a=1;b=x=y", ["a:1", "b:x=y"]],
  ["a=%ff; b=2; nothing", ["b:2"]],
])("parses the header %j", (header, expected) => {
  expect(parseCookies(header).map(({ name, value }) => `${name}:${value}`)).toEqual(expected);
});
