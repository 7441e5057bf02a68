import type { KubeObject, LogFollowRequest, LogRequest, ObjectRef } from "./kube-object";

export interface ListOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/**
 * The port to the Kubernetes API; the tests fake it. Every method rejects with an AppError:
 * `unavailable` when the API server can't be reached or answers 5xx/429, `conflict` for 409,
 * `forbidden` for 403 (admission and quota refusals included; the server's sentence is the message),
 * `invalid` for 400 and 422, `not_found` where no null is promised.
 */
export interface Kube {
  /** Server-side apply, forced. Returns the object as stored. */
  apply(object: KubeObject, options: { fieldManager: string }): Promise<KubeObject>;
  create(object: KubeObject): Promise<KubeObject>;
  replace(object: KubeObject): Promise<KubeObject>;
  find(ref: ObjectRef): Promise<KubeObject | null>;
  list(apiVersion: string, kind: string, options?: ListOptions): Promise<KubeObject[]>;
  /** Background deletion; says whether there was something to delete. */
  delete(ref: ObjectRef): Promise<"deleted" | "absent">;
  logs(request: LogRequest): Promise<string>;
  /**
   * Lines as they are written, each after its RFC 3339 time and a blank. Ends with the container or the signal;
   * rejects before the first line where the container has not started.
   */
  followLogs(request: LogFollowRequest, signal: AbortSignal): Promise<AsyncIterable<string>>;
  /**
   * What a machine's kubelet measured of itself and its pods (`/stats/summary`), asked for through the API server. Takes
   * the permission for `nodes/proxy`; as it came, since a kubelet's word is not the API server's.
   */
  nodeStats(node: string): Promise<unknown>;
  /** The server's version, e.g. `v1.37.2`: the cheapest proof that it answers. */
  serverVersion(): Promise<string>;
}
