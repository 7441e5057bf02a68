import type { KubeObject } from "./kube-object";

/** What the watches hold of one store's namespace. */
export interface NamespaceSnapshot {
  namespace: KubeObject | null;
  /** Labelled objects of every watched kind (pods, workloads, claims, services, ingresses, policies, …). */
  objects: KubeObject[];
  /** The namespace's Events of type Warning, oldest first. */
  warnings: KubeObject[];
}

export interface ViewChange {
  type: "added" | "modified" | "deleted";
  object: KubeObject;
  /** The store's namespace the object is in (or is). */
  namespace: string;
}

export interface ViewConnection {
  state: "connected" | "reconnecting";
  since: Date;
  message?: string;
}

/** The port to the watches: a copy of the cluster's objects in memory, read without I/O. */
export interface ClusterView {
  /** Lists and watches; resolves when every kind was listed once. */
  start(): Promise<void>;
  snapshot(namespace: string): NamespaceSnapshot;
  /** Called after the caches hold the change; returns the unsubscriber. */
  onChange(listener: (change: ViewChange) => void): () => void;
  /** Called when the connection is lost or restored. */
  onConnection(listener: (connection: ViewConnection) => void): () => void;
  connection(): ViewConnection;
  close(): void;
}
