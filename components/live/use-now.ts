"use client";

import { useEffect, useState } from "react";
import { useLive } from "./live-provider";

/** The server's time, updated every `stepMs` or not at all for null. It is null before hydration. */
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
