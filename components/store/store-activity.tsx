"use client";

import { useStore } from "@/components/current-store/store-context";
import { TimelineCard } from "../timeline/timeline-card";

/** The store's full timeline, newest first. */
export function StoreActivity() {
  const { timeline } = useStore();
  return <TimelineCard timeline={timeline} />;
}
