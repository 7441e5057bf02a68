export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: { apiVersion: string; kind: string; name: string; uid: string; controller?: boolean }[];
  [field: string]: unknown;
}

/** Any Kubernetes object as the API returns it. Readers of `spec` and `status` cast them to client-node's models. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

export interface ObjectRef {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

export interface LogRequest {
  namespace: string;
  pod: string;
  container: string;
  tailLines: number;
  /** Only lines of the last seconds. */
  sinceSeconds?: number;
  /** The longest answer; half a MiB where it is left out. */
  limitBytes?: number;
  /** The log of the container's previous run, before it crashed. */
  previous?: boolean;
}

export interface LogFollowRequest
  extends Omit<LogRequest, "previous" | "tailLines" | "sinceSeconds" | "limitBytes"> {
  /** How many existing lines to begin with; all where it is left out. */
  tailLines?: number;
  /** RFC 3339: begin with the lines written since then. */
  sinceTime?: string;
}
