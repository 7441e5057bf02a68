import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { AppError, isAppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";
import { createFakeCluster, type FakeCluster } from "../fake-kube";
import { answerLog } from "./answer-log";
import { answerWatch } from "./answer-watch";
import { defaultStorageClass, fakeVersion, installedObjects } from "./installed-objects";
import { matchesSelectors } from "./match-selector";
import { measurePods } from "./measure-pods";
import { type ApiTarget, findDiscovery, parseApiPath } from "./parse-api-path";
import { runControllers } from "./run-controllers";

export interface FakeApi {
  cluster: FakeCluster;
  port: number;
  close(): Promise<void>;
}

const statusOfCode: Record<string, number> = { not_found: 404, conflict: 409, forbidden: 403, invalid: 422 };

/**
 * A cluster in memory behind the part of the Kubernetes API that Storeyard speaks, over HTTP without TLS. What is applied
 * comes up within a second, though nothing runs. A deleted namespace is removed after `removeMs`, so that pages can show
 * it meanwhile. It accepts every caller.
 */
export async function startFakeApi(options: { removeMs: number } = { removeMs: 2_000 }): Promise<FakeApi> {
  const cluster = createFakeCluster({ autoReady: false });
  cluster.holdNamespaces = true;
  for (const object of installedObjects) cluster.put(object);
  const stopControllers = runControllers(cluster, options.removeMs);
  const server = http.createServer((request, response) => {
    answer(cluster, request, response).catch((error: unknown) => {
      const code = isAppError(error) ? (statusOfCode[error.code] ?? 503) : 500;
      sendJson(response, { kind: "Status", status: "Failure", message: messageOf(error), code }, code);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    cluster,
    port: (server.address() as AddressInfo).port,
    async close() {
      stopControllers();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A kubeconfig for a server without TLS on this port of loopback. */
export function writeFakeKubeconfig(port: number): string {
  const file = join(mkdtempSync(join(tmpdir(), "storeyard-fake-")), "kubeconfig");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "fake",
    clusters: [{ name: "fake", cluster: { server: `http://127.0.0.1:${port}` } }],
    users: [{ name: "tests", user: { token: "tests" } }],
    contexts: [{ name: "fake", context: { cluster: "fake", user: "tests" } }],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

async function answer(
  cluster: FakeCluster,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://api");
  if (url.pathname === "/version") return sendJson(response, { gitVersion: fakeVersion });
  const discovery = findDiscovery(url.pathname);
  if (discovery) return sendJson(response, discovery);
  const target = parseApiPath(url.pathname);
  if (target === null) return sendNotFound(response);
  const sent = await text(request);
  const body = sent === "" ? null : (JSON.parse(sent) as KubeObject);
  if (target.subresource !== undefined) return answerSubresource(cluster, target, url, response);
  if (request.method === "GET" && target.name === undefined)
    return answerList(cluster, target, url, response);
  sendJson(response, await change(cluster, request.method ?? "", target, body, url));
}

function answerSubresource(cluster: FakeCluster, target: ApiTarget, url: URL, response: ServerResponse) {
  if (target.kind === "Node") return sendJson(response, measurePods(cluster, target.name ?? ""));
  const pod = cluster.get({ ...target, name: target.name ?? "" });
  if (pod === null) return sendNotFound(response);
  answerLog(response, cluster, pod, url.searchParams);
}

function answerList({ objects }: FakeCluster, target: ApiTarget, url: URL, response: ServerResponse): void {
  const query = url.searchParams;
  const selectors = {
    labelSelector: query.get("labelSelector"),
    fieldSelector: query.get("fieldSelector"),
  };
  if (query.get("watch") === "true") {
    const since = Number(query.get("resourceVersion") ?? 0);
    const timeoutSeconds = Number(query.get("timeoutSeconds") ?? 300);
    answerWatch(response, objects, target, { ...selectors, since, timeoutSeconds });
    return;
  }
  const items = objects
    .all()
    .filter(({ kind, metadata }) => kind === target.kind && isIn(metadata.namespace, target.namespace))
    .filter((object) => matchesSelectors(object, selectors));
  const metadata = { resourceVersion: String(objects.revision) };
  sendJson(response, { kind: `${target.kind}List`, apiVersion: target.apiVersion, metadata, items });
}

async function change(
  { kube }: FakeCluster,
  method: string,
  target: ApiTarget,
  body: KubeObject | null,
  url: URL,
): Promise<object> {
  const ref = { ...target, name: target.name ?? "" };
  switch (method) {
    case "PATCH":
      return kube.apply(admit(body as KubeObject), {
        fieldManager: url.searchParams.get("fieldManager") ?? "",
        dryRun: url.searchParams.has("dryRun"),
      });
    case "POST":
      return kube.create(body as KubeObject);
    case "PUT":
      return kube.replace(body as KubeObject);
    case "DELETE":
      if ((await kube.delete(ref, readPreconditions(body))) === "deleted")
        return { kind: "Status", status: "Success" };
      break;
    default: {
      const found = await kube.find(ref);
      if (found) return found;
    }
  }
  throw notFound(ref);
}

function readPreconditions(options: KubeObject | null): { uid?: string } {
  return (options?.preconditions ?? {}) as { uid?: string };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** As the API server's own admission does: a claim that names no storage class gets the default one. */
function admit(object: KubeObject): KubeObject {
  if (object.kind !== "PersistentVolumeClaim") return object;
  return { ...object, spec: { storageClassName: defaultStorageClass, ...(object.spec as object) } };
}

function isIn(namespace: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || namespace === wanted;
}

function notFound({ kind, name }: { kind: string; name: string }): AppError {
  return new AppError("not_found", `${kind} "${name}" not found`);
}

function sendNotFound(response: ServerResponse): void {
  sendJson(response, { kind: "Status", status: "Failure", message: "not found", code: 404 }, 404);
}

function sendJson(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
