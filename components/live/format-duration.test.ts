import { expect, it } from "vitest";
import { formatDuration } from "./format-duration";

it.each([
  [-20, "< 0.1 s"],
  [60, "0.1 s"],
  [840, "0.8 s"],
  [34_240, "34.2 s"],
  [59_949, "59.9 s"],
  [59_960, "1 min 00 s"],
  [185_000, "3 min 05 s"],
  [7_800_000, "2 h 10 min"],
])("%d ms is %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
