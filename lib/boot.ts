import { assembleApp } from "@/lib/assemble-app";
import { openDatabase } from "@/lib/db/connect";
import { CapacityWatch } from "@/lib/diagnosis/capacity/watch-capacity";
import type { Settings } from "@/lib/env";
import { setApp } from "@/lib/get-app";
import { createHelm } from "@/lib/helm/render-chart";
import { connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import { createClusterView } from "@/lib/kube/watch/watch-cluster";
import { collectPlatformState } from "@/lib/metrics/collect-platform-state";
import { countEvents } from "@/lib/metrics/count-events";
import { collectProcessMetrics } from "@/lib/metrics/create-metrics";
import { moveStores } from "@/lib/operations/change-address/move-stores";
import { kindNames } from "@/lib/operations/kinds";
import { type FootprintOf, measureStores } from "@/lib/reconcile/measure-stores";
import { ensureFirstAdmin } from "@/lib/services/accounts/ensure-first-admin";
import type { AppContext } from "@/lib/services/app-context";
import { ApplicationWatch } from "@/lib/worker/application-watch";
import { HealthWatch } from "@/lib/worker/health-watch";
import { LoadWatch } from "@/lib/worker/load-watch";
import { recordRunningVersions } from "@/lib/worker/record-running-versions";
import { Worker } from "@/lib/worker/worker";

export interface App extends AppContext {
  /** Ends the streams and the worker, waits for `requestsEnded`, closes the database. */
  stop(requestsEnded: Promise<unknown>): Promise<void>;
}

/**
 * Opens the database, connects to the cluster and starts the worker; `getApp` returns the app afterwards. The app also
 * answers while the cluster is unreachable. Throws if the app cannot start, with the reason.
 */
export async function boot(settings: Settings): Promise<App> {
  if (settings.auth.secret === undefined) {
    throw new Error("NEXTAUTH_SECRET is not set. Set it to 32 random characters or more.");
  }
  const db = openDatabase(settings.databaseFile);
  await ensureFirstAdmin(db, settings);
  const connection = connectToCluster({ kubeconfig: settings.kubeconfig, context: settings.kubeContext });
  const view = createClusterView(connection);
  const capacity = new CapacityWatch(connection);
  let footprintOf: FootprintOf = () => null;
  const stopping = new AbortController();
  const { deps, app } = assembleApp({
    settings,
    db,
    kube: createKube(connection),
    view,
    helm: createHelm({ binary: settings.helm }),
    clusterCapacity: () => capacity.capacity(),
    footprintOf: (type, plan) => footprintOf(type, plan),
    stopping: stopping.signal,
  });
  moveStores(deps);
  const { log, metrics, limits } = app;
  const worker = new Worker(deps);
  // One for both: it reads the log of a store once at a time.
  const load = new LoadWatch(deps);
  const health = new HealthWatch(deps, load);
  const applications = new ApplicationWatch(deps, undefined, load);
  collectProcessMetrics(metrics);
  collectPlatformState(metrics, {
    db,
    types: Object.keys(deps.engines),
    isClusterConnected: () => view.connection().state === "connected",
  });
  countEvents(metrics, app.events, kindNames, stopping.signal).catch((error) =>
    log.error({ err: error }, "Events are no longer counted"),
  );

  const running: App = {
    ...app,
    async stop(requestsEnded) {
      stopping.abort();
      health.stop();
      await Promise.all([worker.stop(), applications.stop(), requestsEnded]);
      view.close();
      capacity.close();
      limits.close();
      db.$client.close();
    },
  };
  capacity.start();
  void measureStores(deps).then((measured) => {
    footprintOf = measured;
  });
  view.start().then(
    () => {
      worker.start();
      health.start();
      applications.start();
      void recordRunningVersions(deps, stopping.signal);
    },
    (error) => log.error({ err: error }, "The cluster is no longer watched"),
  );
  setApp(running);
  log.info({ database: settings.databaseFile }, "Storeyard has started");
  return running;
}
