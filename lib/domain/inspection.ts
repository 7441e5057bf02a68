/** One line of a log, as the cluster wrote it down. */
export interface LogLine {
  /** RFC 3339 with nanoseconds. */
  at: string;
  pod: string;
  text: string;
}

/** A Kubernetes object of a store, for those who know what that is. */
export interface StoreObject {
  kind: string;
  apiVersion: string;
  name: string;
  /** The part of the store it belongs to, such as `shop`. */
  component: string | null;
  /** Whether it is as it should be, or on its way. */
  state: "ok" | "busy" | "bad";
  /** In a few words, e.g. `1 of 1 ready` or `Bound, 2 GiB`. */
  status: string;
  createdAt: Date | null;
  /** What Kubernetes last warned about it. */
  warnings: { at: Date; reason: string; message: string }[];
}

/** What a store uses of one thing that its plan limits, as Kubernetes counts it. */
export interface QuotaUse {
  /** As in the ResourceQuota, e.g. `requests.memory` or `pods`. */
  resource: string;
  used: string;
  most: string;
  /** The two as numbers: cores, bytes, or how many. */
  usedAmount: number;
  mostAmount: number;
  /** `used` of `most`, from 0. */
  share: number;
}

/** What Helm keeps of a store's newest release. */
export interface StoreRelease {
  name: string;
  namespace: string;
  revision: number;
  status: string;
  chart: string;
  updatedAt: string | null;
  /** YAML: what was given beside the chart's own values. */
  values: string;
  /** YAML of every object as it was applied; passwords are in no release. */
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

/** What the cluster is and has, for its admin. */
export interface ClusterOverview {
  version: string;
  nodes: ClusterNode[];
  storageClasses: { name: string; provisioner: string; isDefault: boolean }[];
  ingressClasses: { name: string; controller: string; isDefault: boolean }[];
}
