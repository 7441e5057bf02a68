import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv-line";

/** A reader of RFC 4180, for one record. */
function readRecord(line: string): string[] {
  const fields = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)];
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

describe("a line of CSV", () => {
  it.each([
    [["plain", 7, null, undefined], "plain,7,,\r\n"],
    [["a,b", 'say "hi"', "two\r\nlines"], '"a,b","say ""hi""","two\r\nlines"\r\n'],
    [[-5], "-5\r\n"],
  ])("formats %j", (values, line) => {
    expect(csvLine(values)).toBe(line);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example","x")'])(
    "quotes the formula %j",
    (text) => {
      expect(readRecord(csvLine([text]))[0]).toBe(`'${text}`);
    },
  );

  it("parses back to its fields", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2 }), (values) => {
        const read = readRecord(csvLine(values));
        expect(read).toEqual(values.map((value) => (/^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value)));
      }),
    );
  });
});
