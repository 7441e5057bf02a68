import { expect, it } from "vitest";
import { colourYaml } from "./colour-yaml";

const tokens = (source: string) => colourYaml(source).map(({ text, part }) => `${part}:${text}`);

it.each([
  ["kind: Deployment", ["key:kind", "mark::", "text: ", "text:Deployment"]],
  ["  replicas: 1", ["text:  ", "key:replicas", "mark::", "text: ", "number:1"]],
  [
    "    - name: shop # first",
    ["text:    ", "mark:- ", "key:name", "mark::", "text: ", "text:shop", "comment: # first"],
  ],
  [
    '  storeyard.dev/store: "blue"',
    ["text:  ", "key:storeyard.dev/store", "mark::", "text: ", 'text:"blue"'],
  ],
  ["  paused: false", ["text:  ", "key:paused", "mark::", "text: ", "word:false"]],
  ["# Source: store/templates/shop.yaml", ["comment:# Source: store/templates/shop.yaml"]],
  ["---", ["mark:---"]],
  ["  script: |", ["text:  ", "key:script", "mark::", "text: ", "mark:|"]],
  ["url: http://a.example:8080", ["key:url", "mark::", "text: ", "text:http://a.example:8080"]],
])("a line of YAML is split into tokens: %s", (source, parts) => {
  expect(tokens(source)).toEqual(parts);
});

it.each(["- { protocol: TCP, port: 8080 }", '"quoted: key": 1', ":", "", "  - a: b: c", "plain text"])(
  "the concatenated tokens equal the line: %j",
  (source) => {
    expect(
      colourYaml(source)
        .map(({ text }) => text)
        .join(""),
    ).toBe(source);
  },
);
