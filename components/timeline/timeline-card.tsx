"use client";

import { Dot } from "lucide-react";
import { useState } from "react";
import type { Timeline, TimelineNote } from "@/lib/domain/timeline";
import { useLive } from "../live/live-provider";
import { TimeAgo } from "../live/time-ago";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Spinner } from "../ui/spinner";
import { hasEnded } from "./lay-out-steps";
import { listActivity } from "./list-activity";
import { OperationSection } from "./operation-section";

const step = 30;

/** A store's operations and notes, newest first. The latest operation is open, the others are collapsed. */
export function TimelineCard({ timeline }: { timeline: Timeline }) {
  const { link } = useLive();
  const [most, setMost] = useState(step);
  const activity = listActivity(timeline);
  const latest = timeline.operations.at(-1)?.id;
  return (
    <Card aria-labelledby="timeline-title">
      <CardHeader
        id="timeline-title"
        title="Activity"
        actions={
          link === "lost" ? (
            <span className="inline-flex h-5 items-center gap-1.5 text-[0.8125rem] text-warn">
              <Spinner className="size-3.5" />
              Reconnecting…
            </span>
          ) : null
        }
      />
      {activity.length === 0 ? (
        <p className="px-5 py-8 text-center text-ink-muted text-sm">No activity yet</p>
      ) : (
        <ol className="divide-y divide-line">
          {activity.slice(0, most).map((entry) =>
            entry.kind === "note" ? (
              <Note key={entry.note.seq} note={entry.note} />
            ) : (
              <li key={entry.operation.id}>
                <OperationSection
                  operation={entry.operation}
                  open={entry.operation.id === latest || !hasEnded(entry.operation)}
                />
              </li>
            ),
          )}
        </ol>
      )}
      {activity.length > most ? (
        <div className="flex justify-center border-line border-t p-3">
          <Button size="sm" onClick={() => setMost(most + step)}>
            Show earlier activity
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

/** A note, aligned with the names of the operations. */
function Note({ note }: { note: TimelineNote }) {
  return (
    <li className="flex items-start gap-2 px-4 py-3 text-sm sm:px-5">
      <Dot aria-hidden="true" className="mt-0.5 size-4 shrink-0 scale-150 text-ink-subtle" />
      <p className="min-w-0 flex-1 break-words text-ink-muted">{note.message}</p>
      <p className="shrink-0 text-[0.8125rem] text-ink-subtle leading-5">
        <TimeAgo at={note.at.toISOString()} />
      </p>
    </li>
  );
}
