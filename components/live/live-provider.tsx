"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { ClusterConnection } from "@/lib/services/app-context";

/** The state of the page's event stream; `lost` while it is disconnected and reconnecting. */
export type Link = "idle" | "open" | "lost";
export interface ClusterState extends Pick<ClusterConnection, "state" | "message"> {
  since: string;
}

interface Live {
  link: Link;
  cluster: ClusterState;
  /** The server's clock minus the browser's. */
  clockOffsetMs: number;
  setLink: (link: Link) => void;
  setCluster: (cluster: ClusterState) => void;
}

const LiveContext = createContext<Live | null>(null);

/** Smaller differences come from network and rendering delays, not from the clocks. */
const smallestOffsetMs = 3_000;

interface LiveProviderProps {
  cluster: ClusterState;
  serverNowMs: number;
  children: ReactNode;
}

/** Provides the state of the page's one event stream and of the cluster connection. */
export function LiveProvider({ cluster: initial, serverNowMs, children }: LiveProviderProps) {
  const [link, setLink] = useState<Link>("idle");
  const [cluster, setCluster] = useState(initial);
  const [clockOffsetMs, setClockOffsetMs] = useState(0);

  useEffect(() => {
    const offset = serverNowMs - Date.now();
    if (Math.abs(offset) > smallestOffsetMs) setClockOffsetMs(offset);
  }, [serverNowMs]);

  const live = useMemo(
    () => ({ link, cluster, clockOffsetMs, setLink, setCluster }),
    [link, cluster, clockOffsetMs],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive must be used inside LiveProvider.");
  return live;
}
