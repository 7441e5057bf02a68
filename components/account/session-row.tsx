"use client";

import { Monitor, Smartphone } from "lucide-react";
import type { SessionResource } from "@/lib/http/resources/session-resource";
import { TimeAgo } from "../live/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { describeBrowser, isHandheld } from "./describe-browser";
import { signInMethodLabel } from "./sign-in-method";

interface SessionRowProps {
  session: SessionResource;
  providers: { id: string; label: string }[];
  onEnd: () => void;
}

export function SessionRow({ session, providers, onEnd }: SessionRowProps) {
  const browser = describeBrowser(session.userAgent);
  const Icon = isHandheld(session.userAgent) ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-3.5 px-4 py-3.5 sm:px-5">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-subtle" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
          <span className="min-w-0 break-words">{browser}</span>
          {session.current ? <Badge tone="good">This browser</Badge> : null}
        </p>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted leading-5">
          {session.address ?? "Unknown address"} · {signInMethodLabel(session.method, providers)} ·{" "}
          {session.current ? (
            <>
              signed in <TimeAgo at={session.createdAt} />
            </>
          ) : (
            <>
              last seen <TimeAgo at={session.lastSeenAt} />
            </>
          )}
        </p>
      </div>
      {session.current ? null : (
        <Button size="sm" aria-label={`Sign out ${browser}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  );
}
