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

/** Any Kubernetes object, as the API gives it. `spec` and `status` are read through the models where it matters. */
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
  /** The container's previous run: what it said before it crashed. */
  previous?: boolean;
}

export interface LogFollowRequest extends Omit<LogRequest, "previous" | "tailLines"> {
  /** How many lines of before to begin with; all that are kept where it is left out. */
  tailLines?: number;
  /** RFC 3339: begin with what was written from then on. */
  sinceTime?: string;
}
