import { expect, test } from "vitest";
import { lastLogLine } from "./last-log-line";

test("the last line that says something, without its colours", () => {
  expect(lastLogLine("one\n\u001b[31mtwo\u001b[0m  \n\n  \n")).toBe("two");
});

test("nothing where nothing was said", () => {
  expect(lastLogLine("\n \n")).toBeNull();
});

test("a line without end is cut", () => {
  expect(lastLogLine("x".repeat(1000))).toHaveLength(300);
});
