import { expect, test } from "vitest";
import { parseSoftware } from "@/lib/domain/software-version";
import { canGoBack } from "./can-go-back";

const [before, same, after] = ["Medusa 2.17.2", "Medusa 2.17.2, Node.js 22", "Medusa 2.18.0"].map(
  parseSoftware,
);

test.each([
  ["a shop goes back from a newer Medusa that never ran", before, after, false, true],
  ["a shop does not go back from a newer Medusa that ran", before, after, true, false],
  ["a shop goes back to another build of the same Medusa", before, same, true, true],
  ["a shop does not go back to a Medusa of unknown version", [], after, true, false],
])("%s", (_, from = [], to = [], hasRun, back) => {
  expect(canGoBack({ from, to, hasRun })).toBe(back);
});
