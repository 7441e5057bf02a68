import { expect, test } from "vitest";
import { parseSoftware } from "@/lib/domain/software-version";
import { canGoBack } from "./can-go-back";

const [before, same, after] = ["Medusa 2.17.2", "Medusa 2.17.2, Node.js 22", "Medusa 2.18.0"].map(
  parseSoftware,
);

test.each([
  ["a newer Medusa that never ran", before, after, false, true],
  ["a newer Medusa that ran", before, after, true, false],
  ["another build of the same Medusa that ran", before, same, true, true],
  ["a Medusa that ran and of which nothing is known", [], after, true, false],
])("from %s a shop goes back: the last column", (_, from = [], to = [], hasRun, back) => {
  expect(canGoBack({ from, to, hasRun })).toBe(back);
});
