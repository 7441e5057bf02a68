import { expect, it } from "vitest";
import { formatUse, shownQuota } from "./format-quota";

const use = (resource: string, usedAmount: number, mostAmount: number) => ({
  resource,
  used: "",
  most: "",
  usedAmount,
  mostAmount,
  share: usedAmount / mostAmount,
});

it.each([
  [use("limits.cpu", 2.25, 4), "2.25 of 4 cores"],
  [use("requests.cpu", 0.15, 1), "0.15 of 1 core"],
  [use("limits.memory", 1280 * 2 ** 20, 4 * 2 ** 30), "1.25 of 4 GB"],
  [use("requests.storage", 512 * 2 ** 20, 2 * 2 ** 30), "512 MB of 2 GB"],
  [use("requests.memory", 0, 2 * 2 ** 30), "0 of 2 GB"],
  [use("pods", 2, 10), "2 of 10"],
])("usage is formatted in the unit of its quota", (quota, expected) => {
  expect(formatUse(quota)).toBe(expected);
});

it("resources with a quota of 0 are hidden, and the order is fixed", () => {
  const quota = [use("pods", 2, 10), use("services.nodeports", 0, 0), use("limits.cpu", 1, 4)];
  expect(shownQuota(quota).map(({ name }) => name)).toEqual(["CPU limit", "Pods"]);
});
