"use client";

import { useEffect, useState } from "react";
import { useLive } from "./live-provider";

/** The server's time, told again every `stepMs`; null before the page is live, and standing still without a step. */
export function useNow(stepMs: number | null): number | null {
  const { clockOffsetMs } = useLive();
  const [now, setNow] = useState<number | null>(null);

  useEffect(() => {
    const tick = () => setNow(Date.now() + clockOffsetMs);
    tick();
    if (stepMs === null) return;
    const timer = setInterval(tick, stepMs);
    return () => clearInterval(timer);
  }, [stepMs, clockOffsetMs]);

  return now;
}
