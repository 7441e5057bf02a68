/** One log line as the cluster stored it. */
export interface LogLine {
  /** RFC 3339 with nanoseconds. */
  at: string;
  pod: string;
  text: string;
}

/** A part of a store that writes a log. */
export interface LogSource {
  component: string;
  title: string;
  /** As in a sentence, e.g. `the database`. */
  phrase: string;
}

/** A Kubernetes object of a store. */
export interface StoreObject {
  kind: string;
  apiVersion: string;
  name: string;
  /** The part of the store that it belongs to, as its label names it. */
  component: string | null;
  /** Whether it is ready or progressing. */
  state: "ok" | "busy" | "bad";
  /** A short status, e.g. `1 of 1 ready` or `Bound, 2 GiB`. */
  status: string;
  createdAt: Date | null;
  /** The last warning event. */
  warnings: { at: Date; reason: string; message: string }[];
}

/** A store's use of one quota resource, as Kubernetes counts it. */
export interface QuotaUse {
  /** As in the ResourceQuota, e.g. `requests.memory` or `pods`. */
  resource: string;
  used: string;
  most: string;
  /** Both as numbers: cores, bytes or counts. */
  usedAmount: number;
  mostAmount: number;
  /** `used` divided by `most`, from 0. */
  share: number;
}

/** A store's newest Helm release. */
export interface StoreRelease {
  name: string;
  namespace: string;
  revision: number;
  status: string;
  chart: string;
  updatedAt: string | null;
  /** YAML: the values that override the chart's defaults. */
  values: string;
  /** YAML of every applied object. Releases contain no passwords. */
  manifest: string;
}

export interface ClusterNode {
  name: string;
  ready: boolean;
  version: string;
  cpuMillis: number;
  memoryMib: number;
  pods: number;
}

/** The cluster, as an admin sees it. */
export interface ClusterOverview {
  version: string;
  nodes: ClusterNode[];
  storageClasses: { name: string; provisioner: string; isDefault: boolean }[];
  ingressClasses: { name: string; controller: string; isDefault: boolean }[];
}
