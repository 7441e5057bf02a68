import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes";

test("bytes are formatted with the largest unit that fits", () => {
  expect([2 ** 31, 256 * 2 ** 20, 1536 * 2 ** 20, 12].map(formatBytes)).toEqual([
    "2 GB",
    "256 MB",
    "1.5 GB",
    "12 bytes",
  ]);
});
