import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClusterConnection, connectToCluster } from "@/lib/kube/connection/connect-to-cluster";

export interface ScriptedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: http.IncomingHttpHeaders;
  body: string;
  response: ServerResponse;
}

export interface ScriptedServer {
  port: number;
  requests: ScriptedRequest[];
  close(): Promise<void>;
}

export interface ScriptedApi extends Omit<ScriptedServer, "port"> {
  connection: ClusterConnection;
}

/** A server whose answers the test scripts; with TLS if options for it are given. */
export async function startScriptedServer(
  answer: (request: ScriptedRequest) => void,
  tls?: https.ServerOptions,
): Promise<ScriptedServer> {
  const requests: ScriptedRequest[] = [];
  async function listen(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? "/", "http://api");
    const request: ScriptedRequest = {
      method: incoming.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: await readBody(incoming),
      response,
    };
    requests.push(request);
    answer(request);
  }
  const server = tls ? https.createServer(tls, listen) : http.createServer(listen);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** An API server whose answers the test scripts, and a connection to it through a kubeconfig of its own. */
export async function startScriptedApi(answer: (request: ScriptedRequest) => void): Promise<ScriptedApi> {
  const { port, requests, close } = await startScriptedServer(answer);
  const connection = connectToCluster({ kubeconfig: writeKubeconfig(`http://127.0.0.1:${port}`) });
  return {
    connection,
    requests,
    async close() {
      connection.close();
      await close();
    },
  };
}

/** A kubeconfig for a server, with the given additions to its user and cluster. */
export function writeKubeconfig(
  server: string,
  user: Record<string, unknown> = { token: "t0ken" },
  cluster: Record<string, unknown> = {},
): string {
  const file = join(mkdtempSync(join(tmpdir(), "storeyard-kubeconfig-")), "config");
  const config = {
    "current-context": "test",
    clusters: [{ name: "c", cluster: { server, ...cluster } }],
    users: [{ name: "me", user }],
    contexts: [{ name: "test", context: { cluster: "c", user: "me" } }],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

export function answerJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

export function answerStatus(response: ServerResponse, status: number, message: string, headers = {}): void {
  answerJson(response, status, { kind: "Status", status: "Failure", message, code: status }, headers);
}

/** The discovery documents of the kinds that the tests use; says whether it answered. */
export function answerDiscovery({ path, response }: ScriptedRequest): boolean {
  const resources: Record<string, { name: string; kind: string; namespaced: boolean }[]> = {
    "/api/v1": [
      { name: "pods", kind: "Pod", namespaced: true },
      { name: "pods/log", kind: "Pod", namespaced: true },
      { name: "namespaces", kind: "Namespace", namespaced: false },
    ],
    "/apis/apps/v1": [{ name: "deployments", kind: "Deployment", namespaced: true }],
  };
  const list = resources[path];
  if (list) answerJson(response, 200, { kind: "APIResourceList", resources: list });
  return list !== undefined;
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of incoming) body += chunk;
  return body;
}
