import type { Timeline, TimelineNote, TimelineOperation } from "@/lib/domain/timeline";

export type Activity =
  | { kind: "operation"; at: Date; operation: TimelineOperation }
  | { kind: "note"; at: Date; note: TimelineNote };

/** Everything that happened to a store, newest first: operations by when they were asked for, notes in between. Pure. */
export function listActivity({ operations, notes }: Timeline): Activity[] {
  const all: Activity[] = [
    ...operations.map((operation) => ({ kind: "operation" as const, at: operation.queuedAt, operation })),
    ...notes.map((note) => ({ kind: "note" as const, at: note.at, note })),
  ];
  // Of one instant, what was told of later stands above.
  return all.toReversed().sort((a, b) => b.at.getTime() - a.at.getTime());
}
