import type { Cause } from "./cause";
import type { OfferedUpdate } from "./image-update";
import type { Images } from "./images";
import type { RuntimeSettings } from "./runtime-settings/runtime-settings";
import type { Software } from "./software-version";
import type { StoreRole } from "./store-role";

/** The name of the engine's folder. The edge checks that the engine exists. */
export type StoreType = string;

/** Desired state; the reconciler makes the cluster match it. */
export type DesiredState = "ready" | "deleted";

/** Observed state. `unready` is a store that was ready and is not now; `failed` is a create that did not succeed. */
export const phases = ["queued", "creating", "ready", "unready", "failed", "deleting"] as const;
export type Phase = (typeof phases)[number];

/** The phases of a store that runs in the cluster, whether or not it serves. */
export const runningPhases = ["ready", "unready"] as const satisfies readonly Phase[];

export function isRunning(phase: Phase): boolean {
  return (runningPhases as readonly Phase[]).includes(phase);
}

/** The owner's settings of the shop. */
export interface StoreConfig {
  title: string;
  adminEmail: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  /** ISO 4217, upper case. */
  currency: string;
  sampleProduct: boolean;
  /** A WordPress locale. Null for types without a language of their own; absent in stores from before there was one. */
  language?: string | null;
  /** Name in the IANA time-zone database. Null and absent as `language`. */
  timeZone?: string | null;
}

export interface Store {
  id: string;
  name: string;
  type: StoreType;
  ownerId: string;
  /** Id of its plan, which sets its limits. */
  plan: string;
  desired: DesiredState;
  phase: Phase;
  /** Why it waits, is unready or has failed; null if nothing is wrong. */
  cause: Cause | null;
  config: StoreConfig;
  /** The shop's public address, without a trailing slash. */
  url: string;
  /** Software versions that the shop reported after its last verification; empty before that. */
  versions: Software;
  /** Image references; null before the worker first handles the store. */
  images: Images | null;
  createdAt: Date;
  updatedAt: Date;
  /** Time of first readiness. A store that was ever ready is never cleaned up automatically. */
  readyAt: Date | null;
  /** Time at which the generated admin password was shown. It is shown once. */
  passwordShownAt: Date | null;
  /** Safe mode for all visitors is on. */
  safeMode: boolean;
  /** Counts the rotations of its database password, from 1. */
  secretsRevision: number;
  /** Settings of the program that serves it; `{}`: the defaults of its image. */
  runtimeSettings: RuntimeSettings;
}

/** A store as a user sees it, with owner and the user's role. */
export interface StoreView extends Store {
  owner: { id: string; email: string };
  /** Null for an admin who is not a member. */
  role: StoreRole | null;
  /** The available update; null if there is none. */
  update: OfferedUpdate | null;
}

/** Prefix that keeps store names apart from the cluster's own namespaces. */
const namespacePrefix = "store-";

/** The namespace of a store. */
export function namespaceOf(name: string): string {
  return `${namespacePrefix}${name}`;
}

export function isStoreNamespace(namespace: string): boolean {
  return namespace.startsWith(namespacePrefix);
}

/** Name of the Secret with a store's passwords and keys, in the store's namespace only. */
export const credentialsSecret = "store-credentials";
