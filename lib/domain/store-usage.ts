/** What can be measured of a store. */
export type Measure = "cpu" | "memory" | "disk";

/** How much of something a store uses at the moment. */
export interface Use {
  used: number;
  /** The most that its plan lets it have; null where nothing bounds it. */
  most: number | null;
}

/** What is on one of a store's disks, in bytes. */
export interface DiskUse {
  /** The part of the store that writes to it, such as `database`. */
  component: string;
  used: number;
  /** What fits on it: as with `df`, without what the file system keeps for itself. */
  most: number;
}

/** A part of a store that has nearly all of what it may have itself, whatever the plan has left. */
export interface Tight {
  of: Measure;
  component: string;
  /** 1 is all of it. */
  share: number;
}

/** Something that is not measured now: no figure is shown for it, and no zero either. */
export interface UsageGap {
  of: Measure[];
  /**
   * `not_running`: there is nothing to measure; `not_yet`: it has only just started; `no_answer`: whoever measures it does
   * not answer; `not_measured`: nobody measures it in this cluster, or the platform may not ask.
   */
  reason: "not_running" | "not_yet" | "no_answer" | "not_measured";
  message: string;
  /** What would change it, where somebody can do something. */
  next: string | null;
}

/** What a store uses, as the cluster measured it a moment ago. */
export interface StoreUsage {
  /** Cores. */
  cpu: Use | null;
  /** Bytes. */
  memory: Use | null;
  disks: DiskUse[];
  tight: Tight[];
  /** When the oldest of these was measured; null where nothing is. */
  measuredAt: Date | null;
  gaps: UsageGap[];
}
