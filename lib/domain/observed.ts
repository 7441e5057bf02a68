import type { Cause } from "./cause";

export type PartState = "absent" | "starting" | "ready";

/** A store's state in the cluster at one moment. */
export interface Observed {
  /** `foreign`: a namespace of that name exists and does not belong to this store. */
  namespace: "absent" | "ours" | "foreign" | "terminating";
  /** What blocks a terminating namespace, in Kubernetes' words. */
  heldBy?: string;
  /** Whether the Secret with the store's passwords exists. */
  hasCredentials: boolean;
  /**
   * The newest release, once it is completely applied. A release that a user created with `helm` is not the
   * platform's.
   */
  release: { digest: string; byPlatform: boolean } | null;
  /** Objects that are missing or differ from the applied ones. */
  drift: string[];
  /** The state of each step in which something starts (`startSteps`): the volumes, and the parts that are required. */
  parts: Readonly<Record<string, PartState>>;
  /** Whether the quota still allows more than it should, for pods of the sizes from before. */
  quotaIsWider: boolean;
  /** Causes for everything that is not ready, the most serious first. */
  causes: Cause[];
}
