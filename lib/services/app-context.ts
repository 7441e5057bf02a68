import type { Logger } from "pino";
import type { Db } from "@/lib/db/connect";
import type { Actor } from "@/lib/domain/actor";
import type { ClusterCapacity } from "@/lib/domain/cluster-capacity";
import type { Footprint } from "@/lib/domain/footprint";
import type { OfferedUpdate } from "@/lib/domain/image-update";
import type { PageCache } from "@/lib/domain/page-cache";
import type { PlanResources } from "@/lib/domain/plan";
import type { Software } from "@/lib/domain/software-version";
import type { Store, StoreType } from "@/lib/domain/store";
import type { StorePart } from "@/lib/domain/store-part";
import type { AdminEntry, PageCacheCall } from "@/lib/engines/engine";
import type { Settings } from "@/lib/env";
import type { EventLog } from "@/lib/events/event-log";
import type { Notifier } from "@/lib/events/notifier";
import type { Inspection } from "@/lib/inspect/inspection";
import type { RateLimits } from "@/lib/limits/create-limits";
import type { Metrics } from "@/lib/metrics/create-metrics";
import type { OperationQueue } from "@/lib/operations/operation-queue";

/** A type of store that this installation offers. */
export interface StoreTypeOffer {
  type: StoreType;
  label: string;
  /** What a store of this type contains, in a sentence. */
  gives: string;
  /** What visitors reach: its heading, such as `Site`, and how a sentence calls it, such as `the site`. */
  mainPart: Pick<StorePart, "title" | "phrase">;
  /** Whether it has a currency. */
  sells: boolean;
  /** Whether it has a language and a time zone. */
  hasLocale: boolean;
  /** Number of sample products, if the owner wants some. */
  sampleProducts: number;
  /** Software versions of a new store; empty if unknown. */
  versions: Software;
  available: boolean;
  /** Why it is not available. */
  reason?: string;
}

/** Connection to the cluster. */
export interface ClusterConnection {
  state: "connected" | "reconnecting";
  since: Date;
  message?: string;
}

export interface ClusterStatus {
  connection(): ClusterConnection;
  onConnection(listener: (connection: ClusterConnection) => void): () => void;
}

/** Dependencies of the services; boot.ts builds it. */
export interface AppContext {
  db: Db;
  events: EventLog;
  settings: Settings;
  storeTypes: StoreTypeOffer[];
  /** The update that this installation offers a store; null if its images are current. */
  findUpdate(store: Store): OfferedUpdate | null;
  /** Reads the generated admin password from the store's Secret. */
  readAdminPassword(store: Store): Promise<string>;
  /**
   * Creates a one-time sign-in to the shop's admin pages for its owner. Rejects with AppError `unavailable` if the
   * shop does not answer.
   */
  openAdmin(store: Store, options: { safeMode: boolean }): Promise<AdminEntry>;
  /**
   * Sets the password of the shop's admin and ends their sessions. Returns the user name. Rejects with AppError
   * `unavailable` if the shop refuses or does not answer.
   */
  setOwnerPassword(store: Store, password: string): Promise<string>;
  /** Turns safe mode for all visitors on or off. Rejects with AppError `unavailable` if the shop does not answer. */
  setSafeMode(store: Store, on: boolean): Promise<void>;
  /**
   * Reads or changes a shop's page cache; null if its engine has none. Rejects with AppError `conflict` if its image has
   * none, `unavailable` if the shop does not answer.
   */
  callPageCache(store: Store, call: PageCacheCall): Promise<PageCache | null>;
  /** What the store's image supports of what was added later; null if the shop does not answer. */
  readFeatures(store: Store): Promise<readonly string[] | null>;
  cluster: ClusterStatus;
  /** Rate limits of accounts and addresses. */
  limits: RateLimits;
  metrics: Metrics;
  /** Aborted when the platform stops: open streams end with it. */
  stopping: AbortSignal;
  log: Logger;
  /** Reads a store's objects, logs and usage from the cluster. */
  inspection: Inspection;
  /** Resources that a store of a type needs on a plan; null while unknown. */
  footprintOf(type: StoreType, plan: PlanResources): Footprint | null;
  /** The cluster's capacity as last observed; null while unknown. */
  clusterCapacity(): ClusterCapacity | null;
  /** Queues and cancels operations, and wakes the worker. */
  operations: OperationQueue;
  /** Notified when access is reduced: open streams check their reader again. */
  accessChanges: Notifier;
}

/** Origin of a request, for the audit log and the rate limits. */
export interface Origin {
  /** Identifies the request in answers, logs and the audit log. */
  requestId: string;
  address: string | null;
  userAgent: string | null;
}

/** A request without authentication. */
export interface AnonymousCtx {
  app: AppContext;
  actor: null;
  origin: Origin;
}

export interface Ctx {
  app: AppContext;
  actor: Actor;
  origin: Origin;
}
