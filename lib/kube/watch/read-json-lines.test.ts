import { expect, test } from "vitest";
import { readJsonLines } from "./read-json-lines";

async function read(...chunks: (Uint8Array | string)[]): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of readJsonLines(
    (async function* () {
      yield* chunks;
    })(),
  )) {
    values.push(value);
  }
  return values;
}

test("values are complete however the stream is split, even within a character", async () => {
  const bytes = new TextEncoder().encode('{"a":"ü"}\n{"b":2}\n\n{"c":3}\n');
  const everyByte = [...bytes].map((byte) => Uint8Array.of(byte));
  expect(await read(...everyByte)).toEqual([{ a: "ü" }, { b: 2 }, { c: 3 }]);
  expect(await read(bytes)).toEqual([{ a: "ü" }, { b: 2 }, { c: 3 }]);
});

test("a last line that was cut off is dropped", async () => {
  expect(await read('{"a":1}\n{"b":')).toEqual([{ a: 1 }]);
});
