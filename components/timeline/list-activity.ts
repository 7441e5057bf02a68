import type { Timeline, TimelineNote, TimelineOperation } from "@/lib/domain/timeline";

export type Activity =
  | { kind: "operation"; at: Date; operation: TimelineOperation }
  | { kind: "note"; at: Date; note: TimelineNote };

/** A store's operations, by the time of their request, and notes; newest first. Pure. */
export function listActivity({ operations, notes }: Timeline): Activity[] {
  const all: Activity[] = [
    ...operations.map((operation) => ({ kind: "operation" as const, at: operation.queuedAt, operation })),
    ...notes.map((note) => ({ kind: "note" as const, at: note.at, note })),
  ];
  // Entries with the same time: the later one comes first.
  return all.toReversed().sort((a, b) => b.at.getTime() - a.at.getTime());
}
