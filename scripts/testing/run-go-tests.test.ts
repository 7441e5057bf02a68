import { describe, expect, it } from "vitest";
import { countGoTests, parseGoTestEvent } from "./run-go-tests";

const event = (Action: string, Test?: string) => ({ Action, Test });

describe("the tally of the Go tests", () => {
  it("counts tests, not packages", () => {
    const events = [event("run", "TestA"), event("pass", "TestA"), event("fail", "TestB"), event("fail")];
    expect(countGoTests(events, true)).toEqual({ passed: 1, failed: 1 });
  });

  it("is one failure when a package does not compile", () => {
    expect(countGoTests([event("pass", "TestA"), event("fail")], true)).toEqual({ passed: 1, failed: 1 });
  });

  it("is one failure when no test ran", () => {
    expect(countGoTests([event("skip")], false)).toEqual({ passed: 0, failed: 1 });
  });

  it("treats a line that is not JSON as output", () => {
    expect(parseGoTestEvent("# storeyard/cmd/dns")).toEqual({
      Action: "output",
      Output: "# storeyard/cmd/dns",
    });
    expect(parseGoTestEvent('{"Action":"pass","Test":"TestA"}')).toEqual(event("pass", "TestA"));
  });
});
