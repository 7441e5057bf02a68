"use client";

import { Wrench } from "lucide-react";
import type { Timeline } from "@/lib/domain/timeline";
import { useLive } from "../live/live-provider";
import { TimeAgo } from "../live/time-ago";
import { Card, CardHeader } from "../ui/card";
import { Spinner } from "../ui/spinner";
import { OperationSection } from "./operation-section";

const shownNotes = 8;

/** What happened to a store and what happens now, newest first. */
export function TimelineCard({ timeline }: { timeline: Timeline }) {
  const { link } = useLive();
  const operations = timeline.operations.toReversed();
  const notes = timeline.notes.toReversed().slice(0, shownNotes);
  return (
    <Card aria-labelledby="timeline-title">
      <CardHeader
        id="timeline-title"
        title="Timeline"
        actions={
          link === "lost" ? (
            <span className="inline-flex items-center gap-1.5 text-[0.8125rem] text-warn">
              <Spinner className="size-3.5" />
              Reconnecting…
            </span>
          ) : null
        }
      />
      <div className="divide-y divide-line">
        {operations.map((operation, index) => (
          <OperationSection key={operation.id} operation={operation} open={index === 0} />
        ))}
        {operations.length === 0 ? (
          <p className="px-5 py-8 text-center text-ink-muted text-sm">Nothing has happened yet.</p>
        ) : null}
      </div>
      {notes.length > 0 ? (
        <section aria-labelledby="notes-title" className="border-line border-t px-4 py-4 sm:px-5">
          <h3 id="notes-title" className="font-medium text-sm">
            Noticed along the way
          </h3>
          <ul className="mt-2.5 flex flex-col gap-2">
            {notes.map((note) => (
              <li key={note.seq} className="flex items-start gap-2.5 text-[0.8125rem] leading-5">
                <Wrench aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-subtle" />
                <span className="min-w-0 flex-1 break-words text-ink-muted">{note.message}</span>
                <span className="shrink-0 text-ink-subtle">
                  <TimeAgo at={note.at.toISOString()} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Card>
  );
}
