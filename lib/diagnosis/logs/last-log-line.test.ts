import { expect, test } from "vitest";
import { lastLogLine } from "./last-log-line";

test("the last line that is not empty, without its colours", () => {
  expect(lastLogLine("one\n\u001b[31mtwo\u001b[0m  \n\n  \n")).toBe("two");
});

test("null for an empty log", () => {
  expect(lastLogLine("\n \n")).toBeNull();
});

test("a long line is cut", () => {
  expect(lastLogLine("x".repeat(1000))).toHaveLength(300);
});
