import { defaultFilter } from "cmdk";

/** Below this score the typed letters are scattered over the text, which does not look like a match. */
const lowestScore = 0.05;

/** How well a command matches the typed text: 0 (not at all) to 1. An item's value is its id, which nobody searches. */
export function matchCommand(_id: string, typed: string, [label = "", ...keywords]: string[] = []): number {
  const score = defaultFilter(label, typed, keywords);
  return score < lowestScore ? 0 : score;
}
