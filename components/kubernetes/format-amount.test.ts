import { expect, it } from "vitest";
import { formatBytes, formatCores } from "./format-amount";

const [mb, gb] = [2 ** 20, 2 ** 30];

it.each([
  [formatCores(2.25, 4), "2.25 of 4 cores"],
  [formatCores(0.15, 1), "0.15 of 1 core"],
  [formatCores(0.0021, 4), "under 0.01 of 4 cores"],
  [formatCores(0, 4), "0 of 4 cores"],
  [formatCores(1, null), "1 core"],
  [formatBytes(1280 * mb, 4 * gb), "1.25 of 4 GB"],
  [formatBytes(512 * mb, 2 * gb), "512 MB of 2 GB"],
  [formatBytes(317.61 * mb, 4 * gb), "318 MB of 4 GB"],
  [formatBytes(61.83 * mb, 246.04 * mb), "61.8 of 246 MB"],
  [formatBytes(0, 2 * gb), "0 of 2 GB"],
  [formatBytes(512 * mb, null), "512 MB"],
])("an amount is formatted with its unit and limit: %s", (formatted, expected) => {
  expect(formatted).toBe(expected);
});
