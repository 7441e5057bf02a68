import { expect, it } from "vitest";
import { rank } from "./rank";

const sorted = (typed: string, ...texts: string[]) =>
  texts
    .flatMap((text) => {
      const score = rank(text, typed);
      return score === null ? [] : { text, score };
    })
    .sort((a, b) => a.score - b.score)
    .map(({ text }) => text);

it("what begins with what was typed comes first, then what has a word that does", () => {
  expect(sorted("st", "Dark test", "New store", "Stores", "Insights")).toEqual([
    "Stores",
    "New store",
    "Dark test",
  ]);
});

it("every word that was typed must be there, in whatever order", () => {
  expect(sorted("store new", "New store", "Stores")).toEqual(["New store"]);
});

it("of what fits alike the shorter comes first, and nothing typed fits all", () => {
  expect(sorted("tea", "Teapots and more", "Tea")).toEqual(["Tea", "Teapots and more"]);
  expect(rank("anything", " ")).toBe(0);
});
