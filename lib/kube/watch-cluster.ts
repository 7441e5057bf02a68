import { isStoreNamespace } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { ClusterView, NamespaceSnapshot, ViewChange, ViewConnection } from "./cluster-view";
import type { ClusterConnection } from "./connect";
import type { KubeObject } from "./kube-object";
import { KindWatch, type WatchTimings } from "./watch-kind";

export const storeLabel = "storeyard.dev/store";

/** Secrets are not among them: what need not be in memory stays out of it. */
export const watchedKinds = [
  { apiVersion: "v1", kind: "Namespace", path: "/api/v1/namespaces" },
  { apiVersion: "v1", kind: "Pod", path: "/api/v1/pods" },
  { apiVersion: "v1", kind: "PersistentVolumeClaim", path: "/api/v1/persistentvolumeclaims" },
  { apiVersion: "v1", kind: "Service", path: "/api/v1/services" },
  { apiVersion: "v1", kind: "ServiceAccount", path: "/api/v1/serviceaccounts" },
  { apiVersion: "v1", kind: "ConfigMap", path: "/api/v1/configmaps" },
  { apiVersion: "v1", kind: "ResourceQuota", path: "/api/v1/resourcequotas" },
  { apiVersion: "v1", kind: "LimitRange", path: "/api/v1/limitranges" },
  { apiVersion: "apps/v1", kind: "Deployment", path: "/apis/apps/v1/deployments" },
  { apiVersion: "apps/v1", kind: "StatefulSet", path: "/apis/apps/v1/statefulsets" },
  { apiVersion: "apps/v1", kind: "ReplicaSet", path: "/apis/apps/v1/replicasets" },
  { apiVersion: "batch/v1", kind: "CronJob", path: "/apis/batch/v1/cronjobs" },
  { apiVersion: "networking.k8s.io/v1", kind: "Ingress", path: "/apis/networking.k8s.io/v1/ingresses" },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    path: "/apis/networking.k8s.io/v1/networkpolicies",
  },
] as const;

const warningsPerNamespace = 60;

interface Namespace {
  self: KubeObject | null;
  objects: Map<string, KubeObject>;
  warnings: Map<string, KubeObject>;
}

/** The ClusterView port over the API's watches, one connection a kind. */
export function createClusterView(connection: ClusterConnection, timings?: WatchTimings): ClusterView {
  return new WatchedCluster(connection, timings);
}

class WatchedCluster implements ClusterView {
  private readonly namespaces = new Map<string, Namespace>();
  private readonly changeListeners = new Set<(change: ViewChange) => void>();
  private readonly connectionListeners = new Set<(connection: ViewConnection) => void>();
  private readonly lost = new Map<KindWatch, string>();
  private readonly watches: KindWatch[];
  private readonly warnings: KindWatch;
  private state: ViewConnection = { state: "reconnecting", since: new Date() };
  private fail: (error: AppError) => void = () => {};
  private allListed: () => void = () => {};

  constructor(connection: ClusterConnection, timings?: WatchTimings) {
    const watch = (kind: ConstructorParameters<typeof KindWatch>[1]): KindWatch => {
      const self: KindWatch = new KindWatch(
        connection,
        kind,
        {
          onChange: (type, object) => this.take(type, object),
          onSynced: () => this.markSynced(self),
          onLost: (message) => this.markLost(self, message),
        },
        timings,
      );
      this.lost.set(self, "not listed yet");
      return self;
    };
    this.watches = watchedKinds.map((kind) => watch({ ...kind, labelSelector: storeLabel }));
    this.warnings = watch({
      apiVersion: "v1",
      kind: "Event",
      path: "/api/v1/events",
      fieldSelector: "type=Warning",
      keep: ({ metadata }) => metadata.namespace !== undefined && isStoreNamespace(metadata.namespace),
    });
    this.watches.push(this.warnings);
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.allListed = resolve;
      this.fail = reject;
      for (const watch of this.watches) void watch.run();
    });
  }

  snapshot(namespace: string): NamespaceSnapshot {
    const known = this.namespaces.get(namespace);
    if (!known) return { namespace: null, objects: [], warnings: [] };
    return {
      namespace: known.self,
      objects: [...known.objects.values()],
      warnings: [...known.warnings.values()].sort((a, b) => lastSeenMs(a) - lastSeenMs(b)),
    };
  }

  onChange(listener: (change: ViewChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onConnection(listener: (connection: ViewConnection) => void): () => void {
    this.connectionListeners.add(listener);
    return () => this.connectionListeners.delete(listener);
  }

  connection(): ViewConnection {
    return this.state;
  }

  close(): void {
    for (const watch of this.watches) watch.close();
    this.fail(new AppError("unavailable", "The cluster is no longer watched."));
  }

  private take(type: ViewChange["type"], object: KubeObject): void {
    const isNamespace = object.kind === "Namespace";
    const name = isNamespace ? object.metadata.name : (object.metadata.namespace ?? "");
    const entry = this.namespaces.get(name) ?? { self: null, objects: new Map(), warnings: new Map() };
    if (isNamespace) {
      entry.self = type === "deleted" ? null : object;
      if (type === "deleted") this.dropWarnings(entry);
    } else {
      const shelf = object.kind === "Event" ? entry.warnings : entry.objects;
      const key = `${object.kind}/${object.metadata.name}`;
      if (type === "deleted") shelf.delete(key);
      else shelf.set(key, object);
      if (shelf === entry.warnings) this.boundWarnings(entry);
    }
    const empty = !entry.self && entry.objects.size === 0 && entry.warnings.size === 0;
    if (empty) this.namespaces.delete(name);
    else this.namespaces.set(name, entry);
    for (const listener of this.changeListeners) listener({ type, object, namespace: name });
  }

  private boundWarnings(entry: Namespace): void {
    if (entry.warnings.size <= warningsPerNamespace) return;
    let oldest: [string, KubeObject] | undefined;
    for (const candidate of entry.warnings) {
      if (!oldest || lastSeenMs(candidate[1]) < lastSeenMs(oldest[1])) oldest = candidate;
    }
    if (!oldest) return;
    entry.warnings.delete(oldest[0]);
    this.warnings.forget(oldest[1]);
  }

  private dropWarnings(entry: Namespace): void {
    for (const warning of entry.warnings.values()) this.warnings.forget(warning);
    entry.warnings.clear();
  }

  private markSynced(watch: KindWatch): void {
    if (!this.lost.delete(watch)) return;
    for (const other of this.lost.keys()) other.hurry();
    if (this.lost.size > 0) return;
    this.setState({ state: "connected", since: new Date() });
    this.allListed();
  }

  private markLost(watch: KindWatch, detail: string): void {
    this.lost.set(watch, detail);
    const message = `The cluster does not answer (${detail}).`;
    const { state, since, message: known } = this.state;
    // Each watch has its own words for the same loss: it is told once.
    if (state === "reconnecting" && known) this.state = { state, since, message };
    else this.setState({ state: "reconnecting", since: new Date(), message });
  }

  private setState(state: ViewConnection): void {
    this.state = state;
    for (const listener of this.connectionListeners) listener(state);
  }
}

/** When an event was last seen; events of the newer API carry `series` or `eventTime` alone. */
export function lastSeenMs(event: KubeObject): number {
  const { series, lastTimestamp, eventTime } = event as {
    series?: { lastObservedTime?: string };
    lastTimestamp?: string | null;
    eventTime?: string | null;
  };
  const time = series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? event.metadata.creationTimestamp;
  return time ? Date.parse(time) : 0;
}
