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
  /** The last successful observation; null if there is none. */
  overview: ClusterOverviewResource | null;
  /** The nodes' allocatable resources and the pods' requests; null while unknown. */
  capacity: Usage["capacity"];
  seenAt: string | null;
  /** Why the last observation failed. */
  failure: string | null;
  /** Sequence number of the last event before the page was rendered. */
  seq: number;
}

/** How often the page is refreshed while the cluster is connected but the last observation failed. */
const refreshMs = 5_000;

/**
 * The cluster's current state. While it is unreachable: the reason and the last observation. It recovers
 * automatically.
 */
export function ClusterOverview({ overview, capacity, seenAt, failure, seq }: ClusterOverviewProps) {
  const { cluster: now } = useLive();
  const router = useRouter();
  const wasAway = useRef(false);
  const away = now.state === "reconnecting";

  // The stream carries the cluster's connection state. Events of stores are ignored here.
  useEventStream({ path: "/api/events", probe: "/api/stores?limit=1", after: seq, onEvent: () => {} });

  useEffect(() => {
    if (away) {
      wasAway.current = true;
      return;
    }
    if (wasAway.current) router.refresh();
    wasAway.current = false;
    if (failure === null) return;
    const timer = setInterval(() => document.hidden || router.refresh(), refreshMs);
    return () => clearInterval(timer);
  }, [away, failure, router]);

  const down = away || failure !== null;
  return (
    <>
      <div role="status">
        {down ? (
          <Callout
            tone="warn"
            title={now.message ?? failure ?? "The cluster is unreachable."}
            className="mb-5"
          >
            <p>
              {away ? (
                <>
                  Since: <TimeAgo at={now.since} />.{" "}
                </>
              ) : null}
              Stores keep running. This page updates when the cluster is reachable again. If this persists,
              check that this host reaches the API server (
              <code className="whitespace-nowrap font-mono text-xs">kubectl get nodes</code>) and that
              Storeyard’s kubeconfig is still valid.
            </p>
            {overview && seenAt ? (
              <p className="mt-1">
                Last updated <TimeAgo at={seenAt} />.
              </p>
            ) : null}
          </Callout>
        ) : null}
      </div>
      {overview ? <ClusterView cluster={overview} capacity={capacity} /> : null}
    </>
  );
}
