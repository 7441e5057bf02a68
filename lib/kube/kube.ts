import type { KubeObject, LogFollowRequest, LogRequest, ObjectRef } from "./kube-object";

export interface ListOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/**
 * The port to the Kubernetes API; the tests fake it. Every method rejects with an AppError:
 * `unavailable` when the API server can't be reached or answers 5xx or 429, `conflict` for 409,
 * `forbidden` for 403 (admission and quota included; the message is the server's),
 * `invalid` for 400 and 422, `not_found` for 404 where the method does not return null.
 */
export interface Kube {
  /**
   * Server-side apply, forced. Returns the object as stored; with `dryRun`, as it would be stored: the API server checks it
   * and stores nothing.
   */
  apply(object: KubeObject, options: { fieldManager: string; dryRun?: boolean }): Promise<KubeObject>;
  create(object: KubeObject): Promise<KubeObject>;
  replace(object: KubeObject): Promise<KubeObject>;
  find(ref: ObjectRef): Promise<KubeObject | null>;
  list(apiVersion: string, kind: string, options?: ListOptions): Promise<KubeObject[]>;
  /**
   * Deletes in the background; `absent` where there was no such object. With a uid, only the object that has it: `conflict`
   * where another one has its name.
   */
  delete(ref: ObjectRef, options?: { uid?: string }): Promise<"deleted" | "absent">;
  logs(request: LogRequest): Promise<string>;
  /**
   * Lines as they are written, each after its RFC 3339 time and a space. Ends with the container or the signal;
   * rejects before the first line where the container has not started.
   */
  followLogs(request: LogFollowRequest, signal: AbortSignal): Promise<AsyncIterable<string>>;
  /**
   * What a node's kubelet measured of itself and its pods (`/stats/summary`), through the API server's proxy. Needs the
   * permission for `nodes/proxy`. Not parsed: kubelets may be of another version than the API server.
   */
  nodeStats(node: string): Promise<unknown>;
  /** The server's version, e.g. `v1.37.2`: the cheapest request there is. */
  serverVersion(): Promise<string>;
}
