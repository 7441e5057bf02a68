import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { installationSettings } from "@/lib/db/schema";
import type { ClusterCapacity } from "@/lib/domain/cluster-capacity";
import type { Store } from "@/lib/domain/store";
import { findUpdate } from "@/lib/engines/find-update";
import { getEngine } from "@/lib/engines/get-engine";
import { listEngines } from "@/lib/engines/list-engines";
import { offerTypes } from "@/lib/engines/offer-types";
import type { Settings } from "@/lib/env";
import { EventLog } from "@/lib/events/event-log";
import { Notifier } from "@/lib/events/notifier";
import type { Helm } from "@/lib/helm/helm";
import { createInspection } from "@/lib/inspect/inspection";
import type { ClusterView } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";
import { createLimits } from "@/lib/limits/create-limits";
import { createLog } from "@/lib/log";
import { createMetrics } from "@/lib/metrics/create-metrics";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { OperationQueue } from "@/lib/operations/operation-queue";
import type { FootprintOf } from "@/lib/reconcile/measure-stores";
import { readCredential } from "@/lib/reconcile/prepare-namespace";
import { shopTarget } from "@/lib/reconcile/shop-target";
import type { AppContext } from "@/lib/services/app-context";

/** How long a user waits for a shop to open its admin pages or to set a password. */
const shopTimeoutMs = 15_000;

/** What an app is made of: its settings and database, and the ports that leave the process. The tests fake the ports. */
export interface AppParts {
  settings: Settings;
  db: Db;
  kube: Kube;
  view: ClusterView;
  helm: Helm;
  /** Null while it is not known. */
  clusterCapacity: () => ClusterCapacity | null;
  footprintOf: FootprintOf;
  stopping: AbortSignal;
  /** The clock of the rate limits, in milliseconds; the system clock by default. */
  now?: () => number;
}

/** Wires an app; starts nothing. `deps` is for the worker, `app` for the pages and the API. */
export function assembleApp(parts: AppParts): { deps: OperationDeps; app: AppContext } {
  const { settings, db, kube, view, helm, clusterCapacity, footprintOf, stopping } = parts;
  const events = new EventLog(db);
  const engines = listEngines(settings);
  const log = createLog(settings.logLevel);
  const metrics = createMetrics();
  const deps: OperationDeps = {
    db,
    events,
    operations: new OperationQueue(db, events),
    kube,
    view,
    helm,
    engines,
    settings,
    log,
    installation: ensureInstallationId(db),
  };
  const reach = (store: Store) => shopTarget(deps, store, AbortSignal.timeout(shopTimeoutMs));
  const app: AppContext = {
    db,
    events,
    settings,
    log,
    cluster: view,
    limits: createLimits({
      file: settings.rateLimitsFile,
      rates: settings.rateLimits,
      log,
      onRefusal: metrics.requestRefused,
      onFailure: metrics.limiterFailed,
      now: parts.now,
    }),
    metrics,
    stopping,
    storeTypes: offerTypes(engines),
    findUpdate: (store) => findUpdate(engines, store),
    readAdminPassword: (store) => readCredential(kube, store, "admin-password"),
    openAdmin: async (store, options) =>
      getEngine(engines, store.type).openAdmin(await reach(store), options),
    setOwnerPassword: async (store, password) =>
      getEngine(engines, store.type).setOwnerPassword(await reach(store), password),
    setSafeMode: async (store, on) => getEngine(engines, store.type).setSafeMode?.(await reach(store), on),
    callPageCache: async (store, call) =>
      (await getEngine(engines, store.type).callPageCache?.(await reach(store), call)) ?? null,
    readFeatures: async (store) =>
      getEngine(engines, store.type)
        .readFeatures(await reach(store))
        .catch(() => null),
    inspection: createInspection(kube, view),
    footprintOf,
    clusterCapacity,
    operations: deps.operations,
    accessChanges: new Notifier(),
  };
  return { deps, app };
}

/** Made once: it marks this installation's namespaces in a cluster that other installations may use too. */
function ensureInstallationId(db: Db): string {
  const key = "installation-id";
  db.insert(installationSettings).values({ key, value: randomUUID() }).onConflictDoNothing().run();
  return db.select().from(installationSettings).where(eq(installationSettings.key, key)).get()?.value ?? "";
}
