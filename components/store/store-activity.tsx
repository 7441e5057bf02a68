"use client";

import { TimelineCard } from "../timeline/timeline-card";
import { useStore } from "./store-context";

/** The whole of a store's life, newest first. */
export function StoreActivity() {
  const { timeline } = useStore();
  return <TimelineCard timeline={timeline} />;
}
