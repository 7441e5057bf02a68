export type YamlPart = "key" | "text" | "number" | "word" | "comment" | "mark";

export interface YamlToken {
  text: string;
  part: YamlPart;
}

const line = /^(\s*)((?:- )*)((?:"[^"]*"|'[^']*'|[^\s#:'"{[][^:#]*?)(?=:(?:\s|$)))?(:)?(.*)$/;
const scalar = /^(\s*)(.*?)(\s+#.*)?$/;

/**
 * Splits one line of YAML into tokens for highlighting; the tokens add up to the line. It covers what charts and Helm
 * write. It works line by line, so text in block scalars is highlighted like other lines.
 */
export function colourYaml(source: string): YamlToken[] {
  if (/^\s*#/.test(source)) return [{ text: source, part: "comment" }];
  if (/^(---|\.\.\.)/.test(source)) return [{ text: source, part: "mark" }];
  const [, indent = "", dashes = "", key = "", colon = "", rest = ""] = line.exec(source) ?? [];
  const [, space = "", value = "", comment = ""] = scalar.exec(rest) ?? [];
  const tokens: YamlToken[] = [
    { text: indent, part: "text" },
    { text: dashes, part: "mark" },
    { text: key, part: "key" },
    { text: colon, part: "mark" },
    { text: space, part: "text" },
    { text: value, part: partOf(value) },
    { text: comment, part: "comment" },
  ];
  return tokens.filter(({ text }) => text !== "");
}

function partOf(value: string): YamlPart {
  if (/^[|>][+-]?$/.test(value)) return "mark";
  if (/^(true|false|null|~)$/.test(value)) return "word";
  return /^-?\d+(\.\d+)?$/.test(value) ? "number" : "text";
}
