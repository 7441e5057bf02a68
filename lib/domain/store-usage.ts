/** The resources that are measured. */
export type Measure = "cpu" | "memory" | "disk";

/** Current usage of one resource. */
export interface Use {
  used: number;
  /** The bound that applies first; null if there is none. */
  most: number | null;
  /** `containers`: the limits of the running containers together; `plan`: the quota of the plan, which is lower. */
  bound: "containers" | "plan" | null;
  /** The quota of the plan; null if there is none. */
  quota: number | null;
}

/** Usage of one volume, in bytes. */
export interface DiskUse {
  /** The component that writes to it, such as the database. */
  component: string;
  used: number;
  /** Capacity, as `df` shows it, without the file system's reserved blocks. */
  most: number;
}

/** A container that uses nearly all of its own limit. */
export interface Tight {
  of: Measure;
  component: string;
  /** 1 is the whole limit. */
  share: number;
}

/** A resource without a current value. It is shown as unavailable, not as zero. */
export interface UsageGap {
  of: Measure[];
  /**
   * `not_running`: no pod runs; `not_yet`: the pod has just started; `no_answer`: the source of the values does not
   * answer; `not_measured`: the cluster has no source, or the platform is not allowed to read it.
   */
  reason: "not_running" | "not_yet" | "no_answer" | "not_measured";
  message: string;
  /** How to make the value available, if the user can do something. */
  next: string | null;
}

/** A store's usage at the last measurement. */
export interface StoreUsage {
  /** Cores. */
  cpu: Use | null;
  /** Bytes. */
  memory: Use | null;
  disks: DiskUse[];
  tight: Tight[];
  /** Time of the oldest value; null if there is none. */
  measuredAt: Date | null;
  gaps: UsageGap[];
}
