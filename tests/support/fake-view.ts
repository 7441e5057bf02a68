import type { ClusterView, NamespaceSnapshot, ViewConnection } from "@/lib/kube/cluster-view";
import { lastSeenMs } from "@/lib/kube/last-seen";
import { isSeen, type ObjectStore } from "./object-store";

interface FakeView {
  view: ClusterView;
  /** Changes the state of the connection to the cluster, and calls the listeners. */
  setConnection(state: ViewConnection["state"], message?: string): void;
}

/** The watch caches of a fake cluster: they hold its objects at all times. */
export function createFakeView(store: ObjectStore): FakeView {
  const listeners = new Set<(connection: ViewConnection) => void>();
  let connection: ViewConnection = { state: "connected", since: new Date() };
  const view: ClusterView = {
    start: async () => {},
    snapshot(name): NamespaceSnapshot {
      const inside = store.inNamespace(name);
      const namespace = store.get({ apiVersion: "v1", kind: "Namespace", name });
      return {
        namespace: namespace && isSeen(namespace) ? namespace : null,
        objects: inside.filter((object) => object.kind !== "Event" && isSeen(object)),
        warnings: inside
          .filter((object) => object.kind === "Event")
          .sort((a, b) => lastSeenMs(a) - lastSeenMs(b)),
      };
    },
    onChange: (listener) =>
      store.onChange((change) => {
        if (isSeen(change.object)) listener(change);
      }),
    onConnection: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connection: () => connection,
    close: () => listeners.clear(),
  };
  function setConnection(state: ViewConnection["state"], message?: string): void {
    connection = { state, since: new Date(), message };
    for (const listener of listeners) listener(connection);
  }
  return { view, setConnection };
}
