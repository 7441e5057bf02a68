"use client";

import { useLive } from "./live-provider";

/** Whether the cluster does not answer: what is shown of it then is what was seen before, or nothing. */
export function useClusterAway(): boolean {
  return useLive().cluster.state === "reconnecting";
}
