import type { Cause } from "./cause";

export type PartState = "absent" | "starting" | "ready";

/** What was seen of a store in the cluster, at one moment. */
export interface Observed {
  /**
   * `foreign`: a namespace of that name is there, and it is not this store's.
   */
  namespace: "absent" | "ours" | "foreign" | "terminating";
  /** What keeps a terminating namespace from going, in Kubernetes' words. */
  heldBy?: string;
  /** Whether the Secret with the store's passwords is there. */
  hasCredentials: boolean;
  /** The newest release, once everything of it is applied; one that `helm` made by hand is not the platform's. */
  release: { digest: string; byPlatform: boolean } | null;
  /** Objects that are missing, or not as they were applied. */
  drift: string[];
  /** The state of each step in which something starts (`startSteps`): the volumes, and the parts that are required. */
  parts: Readonly<Record<string, PartState>>;
  /** Why what is not ready is not, gravest first. */
  causes: Cause[];
}
