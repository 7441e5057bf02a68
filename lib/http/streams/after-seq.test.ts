import { expect, it } from "vitest";
import { afterSeq } from "./after-seq";

function asked(query: string, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/api/events${query}`, { headers });
}

it("a reader that reconnects continues after its last event", () => {
  expect(afterSeq(asked("?after=3", { "last-event-id": "17" }))).toBe(17);
});

it("a first request starts after the requested event", () => {
  expect(afterSeq(asked("?after=0"))).toBe(0);
  expect(afterSeq(asked("?after=42"))).toBe(42);
});

it("a request without a position starts with new events", () => {
  expect(afterSeq(asked(""))).toBe("now");
});

it.each(["-1", "1.5", "many", "1e30"])("the invalid position %s is refused", (after) => {
  expect(() => afterSeq(asked(`?after=${after}`))).toThrow(expect.objectContaining({ code: "invalid" }));
});
