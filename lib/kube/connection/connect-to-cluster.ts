import type { Readable } from "node:stream";
import type { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import { request as send } from "undici";
import { ClusterCredentials } from "./cluster-credentials";
import { loadClusterConfig } from "./load-cluster-config";

export interface ClusterRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with query, e.g. `/api/v1/namespaces?limit=500`. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

export interface ClusterResponse {
  status: number;
  /** The `Retry-After` header, as the server sent it. */
  retryAfter?: string;
  /** Has to be read to its end or destroyed: it holds a connection until then. */
  body: Readable;
}

/** An API server and our way to it: authenticated requests over kept-alive connections. */
export interface ClusterConnection {
  server: string;
  context: string;
  /** For what client-node does itself, such as `Log`. */
  config(): KubeConfig;
  /** Resolves with the response's head, whatever its status; rejects with the socket's own error. */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  close(): void;
}

/**
 * Connects to the cluster of a kubeconfig; see `loadClusterConfig`. Nothing is sent before the first request.
 * Throws AppError `invalid` where there is no configuration or it can't be used.
 */
export function connectToCluster(options: { kubeconfig?: string; context?: string } = {}): ClusterConnection {
  return createConnection(() => loadClusterConfig(options));
}

/** A connection with the configuration that `load` gives, now and again after the server refused its credentials. */
export function createConnection(load: () => KubeConfig): ClusterConnection {
  const credentials = new ClusterCredentials(load);
  const server = credentials.current().getCurrentCluster()?.server ?? "";

  return {
    server,
    context: credentials.current().getCurrentContext(),
    config: () => credentials.current(),
    async request(request) {
      for (let attempt = 1; ; attempt++) {
        const current = await credentials.get();
        const { statusCode, headers, body } = await send(server + request.path, {
          method: request.method,
          body: request.body,
          signal: request.signal,
          dispatcher: current.dispatcher,
          headers: {
            accept: "application/json",
            "user-agent": "storeyard",
            ...current.headers,
            ...request.headers,
          },
          // A watch is silent for as long as nothing changes; who asks says by the signal how long to wait.
          headersTimeout: 0,
          bodyTimeout: 0,
        });
        if (statusCode === 401 && attempt === 1 && credentials.renew(current)) {
          await body.dump();
          continue;
        }
        const retryAfter = headers["retry-after"];
        return { status: statusCode, ...(typeof retryAfter === "string" && { retryAfter }), body };
      }
    },
    close: () => credentials.close(),
  };
}
