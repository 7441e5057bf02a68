"use client";

import { TimelineCard } from "../timeline/timeline-card";
import { useStore } from "./store-context";

/** The store's full timeline, newest first. */
export function StoreActivity() {
  const { timeline } = useStore();
  return <TimelineCard timeline={timeline} />;
}
