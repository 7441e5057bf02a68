import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Db, openDatabase } from "@/lib/db/connect";
import { installationSettings } from "@/lib/db/schema";
import { CapacityWatch } from "@/lib/diagnosis/capacity/watch-capacity";
import { findUpdate } from "@/lib/engines/find-update";
import { getEngine } from "@/lib/engines/get-engine";
import { listEngines } from "@/lib/engines/list-engines";
import { offerTypes } from "@/lib/engines/offer-types";
import { readSettings, type Settings } from "@/lib/env";
import { EventLog } from "@/lib/events/event-log";
import { Notifier } from "@/lib/events/notifier";
import { createHelm } from "@/lib/helm/render-chart";
import { createInspection } from "@/lib/inspect/inspection";
import { type ClusterConnection, connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import { createClusterView } from "@/lib/kube/watch/watch-cluster";
import { createLimits } from "@/lib/limits/create-limits";
import { createLog } from "@/lib/log";
import { collectPlatformState } from "@/lib/metrics/collect-platform-state";
import { countEvents } from "@/lib/metrics/count-events";
import { collectProcessMetrics, createMetrics } from "@/lib/metrics/create-metrics";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { OperationQueue } from "@/lib/operations/operation-queue";
import { measureStores } from "@/lib/reconcile/measure-stores";
import { readCredential } from "@/lib/reconcile/prepare-namespace";
import { shopTarget } from "@/lib/reconcile/shop-target";
import { ensureFirstAdmin } from "@/lib/services/accounts/ensure-first-admin";
import type { AppContext } from "@/lib/services/app-context";
import { HealthWatch } from "@/lib/worker/health-watch";
import { recordRunningVersions } from "@/lib/worker/record-running-versions";
import { Worker } from "@/lib/worker/worker";

/** Somebody waits for it with a finger on the button. */
const openAdminTimeoutMs = 15_000;

export interface App extends AppContext {
  /** Ends the streams, gives back what runs, closes the database. */
  stop(): Promise<void>;
}

// Pages, routes and instrumentation are separate module graphs: what they share lives on globalThis.
const shared = globalThis as typeof globalThis & { storeyard?: App };

/** The running app. Throws before boot. */
export function getApp(): App {
  if (!shared.storeyard) throw new Error("The app has not been booted.");
  return shared.storeyard;
}

/** Opens the database, connects to the cluster and starts the worker. A cluster that is down is waited for. */
export async function boot(): Promise<App> {
  if (shared.storeyard) return shared.storeyard;
  const settings = readSettings();
  if (settings.auth.secret === undefined) {
    throw new Error("NEXTAUTH_SECRET is not set: give it 32 random characters or more.");
  }
  const db = openDatabase(settings.databaseFile);
  await ensureFirstAdmin(db, settings);
  const connection = connectToCluster({ kubeconfig: settings.kubeconfig, context: settings.kubeContext });
  const deps = buildDeps(settings, db, connection);
  const { log, view, kube, events, engines } = deps;
  const capacity = new CapacityWatch(connection);
  const footprints: Awaited<ReturnType<typeof measureStores>> = {};
  const worker = new Worker(deps);
  const health = new HealthWatch(deps);
  const stopping = new AbortController();
  const metrics = createMetrics();
  const limits = createLimits({
    file: settings.rateLimitsFile,
    rates: settings.rateLimits,
    log,
    onRefusal: metrics.requestRefused,
    onFailure: metrics.limiterFailed,
  });
  collectProcessMetrics(metrics);
  collectPlatformState(metrics, {
    db,
    types: Object.keys(engines),
    isClusterConnected: () => view.connection().state === "connected",
  });
  countEvents(metrics, events, stopping.signal).catch((error) =>
    log.error({ err: error }, "Events are not counted any more"),
  );

  shared.storeyard = {
    db,
    events,
    settings,
    log,
    cluster: view,
    limits,
    metrics,
    stopping: stopping.signal,
    storeTypes: offerTypes(engines),
    findUpdate: (store) => findUpdate(engines, store),
    readAdminPassword: (store) => readCredential(kube, store, "admin-password"),
    openAdmin: async (store) =>
      getEngine(engines, store.type).openAdmin(
        await shopTarget(deps, store, AbortSignal.timeout(openAdminTimeoutMs)),
      ),
    inspection: createInspection(kube, view),
    footprintOf: (type) => footprints[type] ?? null,
    clusterCapacity: () => capacity.capacity(),
    operations: deps.operations,
    accessChanges: new Notifier(),
    async stop() {
      stopping.abort();
      health.stop();
      await worker.stop();
      view.close();
      capacity.close();
      limits.close();
      db.$client.close();
    },
  };
  capacity.start();
  void measureStores(deps).then((measured) => Object.assign(footprints, measured));
  view.start().then(
    () => {
      worker.start();
      health.start();
      void recordRunningVersions(deps, stopping.signal);
    },
    (error) => log.error({ err: error }, "The cluster is not watched any more"),
  );
  log.info({ database: settings.databaseFile }, "Storeyard is up");
  return shared.storeyard;
}

function buildDeps(settings: Settings, db: Db, connection: ClusterConnection): OperationDeps {
  const events = new EventLog(db);
  return {
    db,
    events,
    operations: new OperationQueue(db, events),
    kube: createKube(connection),
    view: createClusterView(connection),
    helm: createHelm({ binary: settings.helm }),
    engines: listEngines(settings),
    settings,
    log: createLog(settings.logLevel),
    installation: ensureInstallationId(db),
  };
}

/** Made once: it marks this installation's namespaces in a cluster that others may use too. */
function ensureInstallationId(db: Db): string {
  const key = "installation-id";
  db.insert(installationSettings).values({ key, value: randomUUID() }).onConflictDoNothing().run();
  return db.select().from(installationSettings).where(eq(installationSettings.key, key)).get()?.value ?? "";
}
