"use client";

import type { SessionResource } from "@/lib/http/resources/session-resource";
import { callApi } from "../api-client";
import { useRemovable } from "../form/use-removable";
import { Card, CardHeader } from "../ui/card";
import { describeBrowser } from "./describe-browser";
import { SessionRow } from "./session-row";
import { SignOutEverywhere } from "./sign-out-everywhere";

interface SessionListProps {
  sessions: SessionResource[];
  providers: { id: string; label: string }[];
}

/** The account's sessions, the current one first. */
export function SessionList({ sessions: initial, providers }: SessionListProps) {
  const { shown: sessions, remove } = useRemovable(initial);

  function end({ id, userAgent }: SessionResource) {
    remove(
      id,
      () => callApi("DELETE", `/api/me/sessions/${id}`),
      `${describeBrowser(userAgent)} signed out.`,
    );
  }

  const ordered = sessions.toSorted((one, other) => Number(other.current) - Number(one.current));
  return (
    <Card aria-labelledby="sessions-title">
      <CardHeader
        id="sessions-title"
        title="Sessions"
        description="If you don’t recognise a session, sign it out and change your password."
        actions={<SignOutEverywhere />}
      />
      <ul className="divide-y divide-line">
        {ordered.map((session) => (
          <SessionRow key={session.id} session={session} providers={providers} onEnd={() => end(session)} />
        ))}
      </ul>
    </Card>
  );
}
