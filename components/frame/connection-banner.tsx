"use client";

import { CloudOff, RefreshCw } from "lucide-react";
import { useLive } from "../live/live-provider";

/** Quiet while all is well; says what is cut off, and that it mends itself. */
export function ConnectionBanner() {
  const { link, cluster } = useLive();
  const lost = link === "lost";
  const reconnecting = cluster.state === "reconnecting";
  return (
    <div role="status" className="empty:hidden">
      {lost || reconnecting ? (
        <div className="border-warn-line border-b bg-warn-soft text-sm">
          <p className="mx-auto flex max-w-6xl items-start gap-2.5 px-4 py-2.5 text-ink sm:px-6">
            {lost ? (
              <RefreshCw aria-hidden="true" className="mt-0.5 size-4 shrink-0 animate-spin text-warn" />
            ) : (
              <CloudOff aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
            )}
            <span>
              {lost ? (
                <>
                  <strong className="font-medium">Reconnecting…</strong> What you see may be a moment old.
                  Nothing that runs is lost.
                </>
              ) : (
                <>
                  <strong className="font-medium">The cluster can’t be reached.</strong> Storeyard keeps
                  trying; what was started goes on once it answers.
                </>
              )}
            </span>
          </p>
        </div>
      ) : null}
    </div>
  );
}
