import { isStoreNamespace } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { ClusterView, NamespaceSnapshot, ViewChange, ViewConnection } from "../cluster-view";
import type { ClusterConnection } from "../connection/connect-to-cluster";
import type { KubeObject } from "../kube-object";
import { lastSeenMs } from "../last-seen";
import { KindWatch, type WatchTimings } from "./watch-kind";
import { storeLabel, watchedKinds } from "./watched-kinds";

const warningsPerNamespace = 60;

interface Namespace {
  self: KubeObject | null;
  objects: Map<string, KubeObject>;
  warnings: Map<string, KubeObject>;
}

/** The ClusterView port over the API's watches, with one connection for each kind. */
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
    // Every watch reports the same loss in its own words: only the first one is passed on.
    if (state === "reconnecting" && known) this.state = { state, since, message };
    else this.setState({ state: "reconnecting", since: new Date(), message });
  }

  private setState(state: ViewConnection): void {
    this.state = state;
    for (const listener of this.connectionListeners) listener(state);
  }
}
