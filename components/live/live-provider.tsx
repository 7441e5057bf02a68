"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { ClusterConnection } from "@/lib/services/app-context";

/** How the page hears what happens: `lost` while the stream is cut off and being opened again. */
export type Link = "idle" | "open" | "lost";
export interface ClusterState extends Pick<ClusterConnection, "state" | "message"> {
  since: string;
}

interface Live {
  link: Link;
  cluster: ClusterState;
  /** What to add to this machine's clock to get the server's. */
  clockOffsetMs: number;
  setLink: (link: Link) => void;
  setCluster: (cluster: ClusterState) => void;
}

const LiveContext = createContext<Live | null>(null);

/** Below this a difference is the network's and the page's, not the clocks'. */
const smallestOffsetMs = 3_000;

interface LiveProviderProps {
  cluster: ClusterState;
  serverNowMs: number;
  children: ReactNode;
}

/** Shares, with everything in the frame, the one stream that a page holds open. */
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
  if (live === null) throw new Error("useLive is for what stands inside LiveProvider.");
  return live;
}
