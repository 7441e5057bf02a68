import { describe, expect, it } from "vitest";
import type { LogLine } from "@/lib/domain/inspection";
import { cutAtMatches, findMatches } from "./find-matches";
import { addLines, emptyLog, isLater, mostLines } from "./log-buffer";
import { toneOfLine } from "./tone-of-line";

const lines = (count: number, text = "GET /"): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({
    at: "2026-01-05T12:00:00Z",
    pod: "shop-0",
    text: `${text} ${index}`,
  }));

describe("the log buffer", () => {
  it("numbers lines consecutively and never changes a full chunk", () => {
    const first = addLines(emptyLog, lines(150));
    const second = addLines(first, lines(10));
    expect(second.size).toBe(160);
    expect(second.chunks[0]).toBe(first.chunks[0]);
    expect(second.chunks[1]).not.toBe(first.chunks[1]);
    expect(second.chunks.at(-1)?.lines.at(-1)?.number).toBe(160);
  });

  it("keeps the newest lines, up to the limit", () => {
    const full = addLines(addLines(emptyLog, lines(mostLines)), lines(1, "newest"));
    expect(full.size).toBeLessThanOrEqual(mostLines);
    expect(full.size).toBeGreaterThan(mostLines - 200);
    expect(full.chunks.at(-1)?.lines.at(-1)?.text).toBe("newest 0");
    expect(full.chunks[0]?.lines[0]?.number).toBe(101);
  });
});

it("timestamps without trailing zeros are compared correctly", () => {
  expect(isLater("2026-01-05T12:00:00.12Z", "2026-01-05T12:00:00.1Z")).toBe(true);
  expect(isLater("2026-01-05T12:00:00.1Z", "2026-01-05T12:00:00.100000000Z")).toBe(false);
  expect(isLater("2026-01-05T12:00:00.5Z", "2026-01-05T12:00:00.499999999Z")).toBe(true);
});

describe("searching a log", () => {
  it("finds lines in any letter case", () => {
    const { chunks } = addLines(emptyLog, [...lines(2), ...lines(1, "PHP Warning")]);
    expect(findMatches(chunks, "warning")).toEqual([3]);
    expect(findMatches(chunks, "")).toEqual([]);
  });

  it("marks every match in a line and keeps the text between the matches", () => {
    expect(cutAtMatches("an Error after an error", "ERROR")).toEqual([
      { text: "an ", matches: false },
      { text: "Error", matches: true },
      { text: " after an ", matches: false },
      { text: "error", matches: true },
    ]);
  });
});

it.each([
  ["[core:error] AH00035: access denied", "bad"],
  ["PHP Warning:  Undefined variable", "warn"],
  ['10.0.0.1 - - [24/Nov/2026] "GET /error HTTP/1.1" 200 30 "-"', null],
  ['10.0.0.1 - - [24/Nov/2026] "GET / HTTP/1.1" 502 30 "-"', "bad"],
  ["ready for connections", null],
])("the severity of a line: %s", (text, tone) => {
  expect(toneOfLine(text)).toBe(tone);
});
