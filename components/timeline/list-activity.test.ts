import { expect, it } from "vitest";
import type { Timeline, TimelineOperation } from "@/lib/domain/timeline";
import { listActivity } from "./list-activity";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 12, minute));
const operation = (id: string, minute: number) => ({ id, queuedAt: at(minute) }) as TimelineOperation;

it("operations and notes are listed together, newest first", () => {
  const timeline: Timeline = {
    operations: [operation("create", 0), operation("repair", 10)],
    notes: [
      { seq: 7, at: at(5), message: "ann added bob" },
      { seq: 9, at: at(20), message: "bob left" },
    ],
    lastSeq: 9,
  };
  expect(
    listActivity(timeline).map((entry) => (entry.kind === "note" ? entry.note.seq : entry.operation.id)),
  ).toEqual([9, "repair", 7, "create"]);
});
