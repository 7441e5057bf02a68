"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/live/live-provider";
import { TimeAgo } from "@/components/live/time-ago";
import { useEventStream } from "@/components/live/use-event-stream";
import { Callout } from "@/components/ui/callout";
import type { ClusterOverviewResource } from "@/lib/http/resources/insight-resource";
import type { Usage } from "@/lib/services/plans/get-usage";
import { ClusterView } from "./cluster-view";

interface ClusterOverviewProps {
  /** What was last seen of it; null where nothing was. */
  overview: ClusterOverviewResource | null;
  /** What its machines have for pods, and what pods request of it; null while that is not known. */
  capacity: Usage["capacity"];
  seenAt: string | null;
  /** Why it could not be looked at, where it could not. */
  failure: string | null;
  /** The last event before the page. */
  seq: number;
}

/** A cluster that is connected and did not answer the page is asked again this often. */
const lookAgainMs = 5_000;

/** The cluster as it is now; while it does not answer, why, and what is still known of it. It comes back by itself. */
export function ClusterOverview({ overview, capacity, seenAt, failure, seq }: ClusterOverviewProps) {
  const { cluster: now } = useLive();
  const router = useRouter();
  const wasAway = useRef(false);
  const away = now.state === "reconnecting";

  // The stream tells what the connection does; what happens to stores is others' business.
  useEventStream({ path: "/api/events", probe: "/api/stores?limit=1", after: seq, onEvent: () => {} });

  useEffect(() => {
    if (away) {
      wasAway.current = true;
      return;
    }
    if (wasAway.current) router.refresh();
    wasAway.current = false;
    if (failure === null) return;
    const timer = setInterval(() => document.hidden || router.refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [away, failure, router]);

  const down = away || failure !== null;
  return (
    <>
      <div role="status">
        {down ? (
          <Callout
            tone="warn"
            title={now.message ?? failure ?? "The cluster does not answer."}
            className="mb-5"
          >
            <p>
              {away ? (
                <>
                  Since: <TimeAgo at={now.since} />.{" "}
                </>
              ) : null}
              What runs in it goes on by itself, and so does this page once it answers. If it lasts, see
              whether its API server can be reached from here (
              <code className="whitespace-nowrap font-mono text-xs">kubectl get nodes</code>) and whether the
              kubeconfig that Storeyard was given still holds.
            </p>
            {overview && seenAt ? (
              <p className="mt-1">
                What follows is as it was last seen, <TimeAgo at={seenAt} />.
              </p>
            ) : null}
          </Callout>
        ) : null}
      </div>
      {overview ? <ClusterView cluster={overview} capacity={capacity} /> : null}
    </>
  );
}
