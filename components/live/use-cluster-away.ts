"use client";

import { useLive } from "./live-provider";

/** Whether the cluster is unreachable, so that the page shows its last known state. */
export function useClusterAway(): boolean {
  return useLive().cluster.state === "reconnecting";
}
