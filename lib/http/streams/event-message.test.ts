import { expect, it } from "vitest";
import type { StoreEvent } from "@/lib/domain/store-event";
import { eventKinds, formatEvent, formatMessage, parseEvent } from "./event-message";

const event: StoreEvent = {
  seq: 12,
  at: new Date("2026-11-23T20:00:00.123Z"),
  storeId: "s1",
  storeName: "blue",
  ownerId: "u1",
  operationId: "o1",
  message: "Two\nlines\r\n\ndata: and a trap",
  detail: { kind: "step.finished", step: "disk", durationMs: 1_200 },
};

it("an event is one message with its kind and its id", () => {
  const lines = formatEvent(event).split("\n");
  expect(lines.slice(0, 2)).toEqual(["id: 12", "event: step.finished"]);
  expect(lines).toHaveLength(5);
  expect(lines.slice(3)).toEqual(["", ""]);
});

it("the browser reads what the server wrote", () => {
  const data =
    formatEvent(event)
      .split("\n")[2]
      ?.replace(/^data: /, "") ?? "";
  expect(parseEvent(data)).toEqual(event);
});

it("a message that is not in the log has no id", () => {
  expect(formatMessage("cluster", { state: "connected" })).toBe(
    'event: cluster\ndata: {"state":"connected"}\n\n',
  );
});

it("the browser listens to every kind of event", () => {
  expect(eventKinds).toContain(event.detail.kind);
  expect(new Set(eventKinds).size).toBe(20);
});
