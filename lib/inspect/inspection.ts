import {
  findComponentPods,
  followComponentLogs,
  mainContainer,
} from "@/lib/diagnosis/logs/follow-component-logs";
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

/** A look at what is in the cluster, for people: it changes nothing and decides nothing. */
export interface Inspection {
  objects(store: Named): StoreObject[];
  quotaUse(store: Named): QuotaUse[];
  /** What it uses by measure, or why that is not known. Never rejects, and answers within seconds. */
  usage(store: Named): Promise<StoreUsage>;
  /** Rejects with AppError `unavailable` when the cluster is away. */
  release(store: Named): Promise<StoreRelease | null>;
  /** The last lines that a part of the store wrote; empty where it has no pod. Rejects like `release`. */
  logs(store: Named, component: string, tailLines: number): Promise<string>;
  /** What a part of the store writes from now on, after some lines of before; ends with the signal. */
  followLogs(
    store: Named,
    request: { component: string; tailLines: number; after?: string },
    signal: AbortSignal,
  ): AsyncGenerator<LogLine>;
  cluster(): Promise<ClusterOverview>;
  /** What `cluster` last found, by whomever it was asked; it is also asked whenever the cluster is connected. */
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
  const lookAtCluster = async () => {
    const overview = await inspectCluster(kube);
    lastCluster = { overview, at: new Date() };
    return overview;
  };
  // So that there is something to show of a cluster that goes away before anybody looked.
  view.onConnection(({ state }) => {
    if (state === "connected") lookAtCluster().catch(() => {});
  });
  return {
    objects: (store) => listStoreObjects(snapshot(store)),
    quotaUse: (store) => listQuotaUse(snapshot(store)),
    async usage(store) {
      // What is not seen may well run.
      if (view.connection().state !== "connected") return unknownUse;
      const seen = snapshot(store);
      return measureUse(seen, await measuring.read(listNodes(seen)));
    },
    release: ({ name }) => readStoreRelease(kube, name),
    async logs({ name }, component, tailLines) {
      const namespace = namespaceOf(name);
      const pod = findComponentPods(view, namespace, component)[0];
      if (!pod) {
        const { state, message = "The cluster has not answered yet." } = view.connection();
        // There may well be one.
        if (state !== "connected") throw new AppError("unavailable", message);
        return "";
      }
      const container = mainContainer(pod, component);
      return kube.logs({ namespace, pod: pod.metadata.name, container, tailLines });
    },
    followLogs: ({ name }, request, signal) =>
      followComponentLogs({ kube, view, namespace: namespaceOf(name), ...request }, signal),
    cluster: lookAtCluster,
    lastCluster: () => lastCluster,
  };
}
