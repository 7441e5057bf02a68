import { followComponentLogs } from "@/lib/diagnosis/logs/follow-component-logs";
import { readComponentLogs } from "@/lib/diagnosis/logs/read-component-logs";
import type { ClusterOverview, LogLine, QuotaUse, StoreObject, StoreRelease } from "@/lib/domain/inspection";
import { namespaceOf, type Store } from "@/lib/domain/store";
import type { StoreUsage } from "@/lib/domain/store-usage";
import { AppError } from "@/lib/errors";
import type { ClusterView } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";
import { inspectCluster } from "./inspect-cluster";
import { listQuotaUse, listStoreObjects } from "./list-store-objects";
import { readStoreRelease } from "./read-release";
import { listNodes, measureUse, unknownUse } from "./usage/measure-use";
import { UsageSource } from "./usage/usage-source";

type Named = Pick<Store, "name">;

/** A part of a store, and the container whose log is the part's; by default the one with its name. */
export interface LogTarget {
  component: string;
  container?: string;
}

/** Reads what pages show of the cluster. It changes nothing. */
export interface Inspection {
  objects(store: Named): StoreObject[];
  quotaUse(store: Named): QuotaUse[];
  /** Measured usage, with the reason for each figure that is missing. Never rejects; resolves within seconds. */
  usage(store: Named): Promise<StoreUsage>;
  /** Rejects with AppError `unavailable` when the cluster does not answer. */
  release(store: Named): Promise<StoreRelease | null>;
  /** The last log lines of a part of the store; empty where it has no pod. Rejects like `release`. */
  logs(store: Named, target: LogTarget, tailLines: number): Promise<string>;
  /** The last log lines of a part of the store, and then those that it writes. Ends with the signal. */
  followLogs(
    store: Named,
    request: LogTarget & { tailLines: number; after?: string },
    signal: AbortSignal,
  ): AsyncGenerator<LogLine>;
  cluster(): Promise<ClusterOverview>;
  /** The last result of `cluster`, which is also refreshed whenever the cluster is connected. */
  lastCluster(): LastClusterAnswer | null;
}

export interface LastClusterAnswer {
  overview: ClusterOverview;
  at: Date;
}

export function createInspection(kube: Kube, view: ClusterView): Inspection {
  const snapshot = ({ name }: Named) => view.snapshot(namespaceOf(name));
  const measuring = new UsageSource(kube);
  let lastCluster: LastClusterAnswer | null = null;
  const readCluster = async () => {
    const overview = await inspectCluster(kube);
    lastCluster = { overview, at: new Date() };
    return overview;
  };
  // So that a page has something to show of a cluster that stops answering before anybody opened it.
  view.onConnection(({ state }) => {
    if (state === "connected") readCluster().catch(() => {});
  });
  return {
    objects: (store) => listStoreObjects(snapshot(store)),
    quotaUse: (store) => listQuotaUse(snapshot(store)),
    async usage(store) {
      // Pods may run although the watches don't see them.
      if (view.connection().state !== "connected") return unknownUse;
      const seen = snapshot(store);
      return measureUse(seen, await measuring.read(listNodes(seen)));
    },
    release: ({ name }) => readStoreRelease(kube, name),
    async logs({ name }, target, tailLines) {
      const text = await readComponentLogs({
        kube,
        view,
        namespace: namespaceOf(name),
        ...target,
        tailLines,
      });
      if (text !== null) return text;
      const { state, message = "The cluster has not answered yet." } = view.connection();
      // The component may have a pod that the watches don't see.
      if (state !== "connected") throw new AppError("unavailable", message);
      return "";
    },
    followLogs: ({ name }, request, signal) =>
      followComponentLogs({ kube, view, namespace: namespaceOf(name), ...request }, signal),
    cluster: readCluster,
    lastCluster: () => lastCluster,
  };
}
