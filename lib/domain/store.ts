import type { Cause } from "./cause";
import type { OfferedUpdate } from "./image-update";
import type { Images } from "./images";
import type { Software } from "./software-version";
import type { StoreRole } from "./store-role";

/** The name of its engine's folder. Which ones there are is known at the edge, where words become types. */
export type StoreType = string;

/** What the owner wants; the reconciler makes the cluster match it. */
export type DesiredState = "ready" | "deleted";

/**
 * What is so, as far as the reconciler has seen it.
 * `unready` is a store that was ready and is not now; `failed` is a create that could not succeed.
 */
export const phases = ["queued", "creating", "ready", "unready", "failed", "deleting"] as const;
export type Phase = (typeof phases)[number];

/** What the owner chose for the shop itself. */
export interface StoreConfig {
  title: string;
  adminEmail: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  /** ISO 4217, upper case. */
  currency: string;
  sampleProduct: boolean;
}

export interface Store {
  id: string;
  name: string;
  type: StoreType;
  ownerId: string;
  /** Id of its plan: how much it may take. */
  plan: string;
  desired: DesiredState;
  phase: Phase;
  /** Why it waits, is unready or failed; null while nothing is in its way. */
  cause: Cause | null;
  config: StoreConfig;
  /** The shop's address as a shopper types it, without a trailing slash. */
  url: string;
  /** What it said that it runs, when it was last proven; empty before. */
  versions: Software;
  /** The images that it runs; null before it was first worked on. */
  images: Images | null;
  createdAt: Date;
  updatedAt: Date;
  /** When it was first ready; a store that ever was is never cleaned up automatically. */
  readyAt: Date | null;
  /** When the generated admin password was shown; it is shown once. */
  passwordShownAt: Date | null;
}

/** A store as somebody sees it: whose it is, and what they are to it. */
export interface StoreView extends Store {
  owner: { id: string; email: string };
  /** Null for an admin who is no member of it. */
  role: StoreRole | null;
  /** What it may be updated to; null where there is nothing newer. */
  update: OfferedUpdate | null;
}

/** So that no store name can reach a namespace of the cluster's own. */
const namespacePrefix = "store-";

/** The namespace of a store. */
export function namespaceOf(name: string): string {
  return `${namespacePrefix}${name}`;
}

export function isStoreNamespace(namespace: string): boolean {
  return namespace.startsWith(namespacePrefix);
}

/** The Secret with a store's passwords and keys, in its namespace and nowhere else. */
export const credentialsSecret = "store-credentials";
