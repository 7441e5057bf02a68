import { existsSync, readFileSync } from "node:fs";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { AppError } from "@/lib/errors";
import { type Credentials, tokenFileCredentials } from "./credentials";
import { type ClusterAccess, findDefaultKubeconfig, readKubeconfig } from "./read-kubeconfig";

export interface ClusterRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with query, e.g. `/api/v1/namespaces?limit=500`. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** An API server and our way to it: authenticated requests over kept-alive connections. */
export interface ClusterConnection {
  server: string;
  context: string;
  /** Resolves with the response's head, whatever its status; rejects with the socket's own error. */
  request(request: ClusterRequest): Promise<IncomingMessage>;
  close(): void;
}

const serviceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

/**
 * Connects to the cluster of a kubeconfig (a path, or several joined by `:`); without one to that of
 * `~/.kube/config`, else to the cluster that this process runs in. Nothing is sent before the first request.
 * Throws AppError `invalid` where there is no configuration or it can't be used.
 */
export function connectToCluster(options: { kubeconfig?: string; context?: string } = {}): ClusterConnection {
  const access = findAccess(options);
  const secure = access.server.protocol === "https:";
  const basePath = access.server.pathname.replace(/\/$/, "");
  // node:https over undici or fetch: undici takes 20 MB for what one Agent does here.
  const agents = new Map<string, http.Agent>();

  function agentFor(certificate: Credentials["certificate"]): http.Agent {
    const key = certificate?.cert ?? "";
    let agent = agents.get(key);
    if (!agent) {
      agent = secure
        ? new https.Agent({
            keepAlive: true,
            scheduling: "lifo",
            ca: access.ca,
            rejectUnauthorized: !access.insecure,
            ...(access.tlsServerName && { servername: access.tlsServerName }),
            ...certificate,
          })
        : new http.Agent({ keepAlive: true, scheduling: "lifo" });
      agents.set(key, agent);
    }
    return agent;
  }

  async function send(request: ClusterRequest): Promise<IncomingMessage> {
    const { token, certificate } = await access.credentials.get();
    return new Promise((resolve, reject) => {
      const outgoing = (secure ? https : http).request(new URL(basePath + request.path, access.server), {
        method: request.method,
        agent: agentFor(certificate),
        signal: request.signal,
        headers: {
          accept: "application/json",
          "user-agent": "storeyard",
          ...(token && { authorization: `Bearer ${token}` }),
          ...(request.body !== undefined && { "content-length": String(Buffer.byteLength(request.body)) }),
          ...request.headers,
        },
      });
      // A peer that vanished without a word is noticed in seconds, also on a silent watch.
      outgoing.on("socket", (socket) => socket.setKeepAlive(true, 5_000));
      outgoing.on("response", resolve);
      outgoing.on("error", reject);
      outgoing.end(request.body);
    });
  }

  return {
    server: access.server.href.replace(/\/$/, ""),
    context: access.context,
    async request(request) {
      const response = await send(request);
      if (response.statusCode !== 401) return response;
      response.resume();
      access.credentials.discard();
      return send(request);
    },
    close() {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

function findAccess(options: { kubeconfig?: string; context?: string }): ClusterAccess {
  const kubeconfig = options.kubeconfig ?? findDefaultKubeconfig();
  if (kubeconfig) return readKubeconfig(kubeconfig, options.context);
  if (!existsSync(`${serviceAccount}/token`)) {
    throw new AppError("invalid", "No cluster is configured: there is no kubeconfig. Set KUBECONFIG.");
  }
  return {
    server: new URL("https://kubernetes.default.svc"),
    context: "in-cluster",
    ca: readFileSync(`${serviceAccount}/ca.crt`, "utf8"),
    insecure: false,
    credentials: tokenFileCredentials(`${serviceAccount}/token`),
  };
}
