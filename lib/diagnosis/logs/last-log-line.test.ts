import { expect, test } from "vitest";
import { lastLogLine } from "./last-log-line";

test("returns the last non-empty line without colour codes", () => {
  expect(lastLogLine("one\n\u001b[31mtwo\u001b[0m  \n\n  \n")).toBe("two");
});

test("returns null for an empty log", () => {
  expect(lastLogLine("\n \n")).toBeNull();
});

test("a long line is cut", () => {
  expect(lastLogLine("x".repeat(1000))).toHaveLength(300);
});
