"use client";

import { CloudOff, RefreshCw } from "lucide-react";
import { useLive } from "../live/live-provider";

/** Shown while the event stream or the cluster is disconnected. */
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
                  <strong className="font-medium">Reconnecting…</strong> This page may be out of date. Running
                  operations continue.
                </>
              ) : (
                <>
                  <strong className="font-medium">The cluster is unreachable.</strong> Storeyard keeps trying
                  to reconnect. Pending operations continue after that.
                </>
              )}
            </span>
          </p>
        </div>
      ) : null}
    </div>
  );
}
