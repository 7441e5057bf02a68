import type { Logger } from "pino";
import type { Db } from "@/lib/db/connect";
import type { Actor } from "@/lib/domain/actor";
import type { ClusterCapacity } from "@/lib/domain/cluster-capacity";
import type { Footprint } from "@/lib/domain/footprint";
import type { OfferedUpdate } from "@/lib/domain/image-update";
import type { Software } from "@/lib/domain/software-version";
import type { Store, StoreType } from "@/lib/domain/store";
import type { AdminEntry } from "@/lib/engines/engine";
import type { Settings } from "@/lib/env";
import type { EventLog } from "@/lib/events/event-log";
import type { Notifier } from "@/lib/events/notifier";
import type { Inspection } from "@/lib/inspect/inspection";
import type { RateLimits } from "@/lib/limits/create-limits";
import type { Metrics } from "@/lib/metrics/create-metrics";
import type { OperationQueue } from "@/lib/operations/operation-queue";

/** A kind of store as this installation offers it. */
export interface StoreTypeOffer {
  type: StoreType;
  label: string;
  /** What a store of this kind has, in a sentence. */
  gives: string;
  /** How many products it starts with where its owner wants some. */
  sampleProducts: number;
  /** What a new one runs; empty where that is not known. */
  versions: Software;
  available: boolean;
  /** Why it is not available. */
  reason?: string;
}

/** Whether the cluster answers. */
export interface ClusterConnection {
  state: "connected" | "reconnecting";
  since: Date;
  message?: string;
}

export interface ClusterStatus {
  connection(): ClusterConnection;
  onConnection(listener: (connection: ClusterConnection) => void): () => void;
}

/** What the verbs need of the rest of the app; boot.ts puts it together. */
export interface AppContext {
  db: Db;
  events: EventLog;
  settings: Settings;
  storeTypes: StoreTypeOffer[];
  /** What this installation has for a store that runs other images; null where there is nothing newer. */
  findUpdate(store: Store): OfferedUpdate | null;
  /** Reads the generated admin password from the store's Secret. */
  readAdminPassword(store: Store): Promise<string>;
  /** Has the shop let its owner in without a password. Rejects with AppError `unavailable` where it does not answer. */
  openAdmin(store: Store): Promise<AdminEntry>;
  cluster: ClusterStatus;
  /** How often each account and address may ask for things. */
  limits: RateLimits;
  metrics: Metrics;
  /** Aborted when the platform stops: open streams end with it. */
  stopping: AbortSignal;
  log: Logger;
  /** A look at what is in the cluster. */
  inspection: Inspection;
  /** What a store of a type takes; null while that is not known. */
  footprintOf(type: StoreType): Footprint | null;
  /** What the cluster has for pods, as it was last seen; null while that is not known. */
  clusterCapacity(): ClusterCapacity | null;
  /** Queues and cancels operations; the worker is woken by it. */
  operations: OperationQueue;
  /** Rung when somebody may do less than before: whoever reads a stream is asked again. */
  accessChanges: Notifier;
}

/** Where a request came from; what the audit log and the limits know of it. */
export interface Origin {
  /** Names the request in answers, logs and the audit log. */
  requestId: string;
  address: string | null;
  userAgent: string | null;
}

/** A request of somebody who has not said who they are. */
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
