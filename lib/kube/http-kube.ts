import { ApiError, toAppError } from "./api-error";
import { type ApiRequest, requestJson, requestText, withQuery } from "./api-request";
import type { ClusterConnection } from "./connection/connect-to-cluster";
import { followPodLog } from "./follow-pod-log";
import type { Kube } from "./kube";
import type { KubeObject } from "./kube-object";
import { ResourcePaths } from "./resource-paths";

const pageSize = 500;
/** The largest log that is held in memory. */
const logBytes = 512 * 1024;

/** The Kube port over HTTP. */
export function createKube(connection: ClusterConnection): Kube {
  const paths = new ResourcePaths(connection);
  const send = (request: ApiRequest) => requestJson<KubeObject>(connection, request);

  const refOf = ({ apiVersion, kind, metadata }: KubeObject) => {
    return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
  };

  return mapErrors<Kube>({
    async apply(object, { fieldManager, dryRun }) {
      const query = { fieldManager, force: true, dryRun: dryRun ? "All" : undefined };
      const path = withQuery(await paths.of(refOf(object)), query);
      const headers = { "content-type": "application/apply-patch+yaml" };
      return send({ method: "PATCH", path, headers, body: object, repeatable: true });
    },

    async create(object) {
      const path = await paths.of({ ...refOf(object), name: undefined });
      return send({ method: "POST", path, body: object, repeatable: false });
    },

    async replace(object) {
      return send({ method: "PUT", path: await paths.of(refOf(object)), body: object, repeatable: false });
    },

    async find(ref) {
      const path = await paths.of(ref);
      return orNull(send({ method: "GET", path, repeatable: true }));
    },

    async list(apiVersion, kind, options = {}) {
      const path = await paths.of({ apiVersion, kind, namespace: options.namespace });
      const { labelSelector, fieldSelector } = options;
      return listAll(connection, path, { labelSelector, fieldSelector }).then(({ items }) =>
        items.map((item) => ({ ...item, apiVersion, kind })),
      );
    },

    async delete(ref, { uid } = {}) {
      const path = await paths.of(ref);
      const body = {
        apiVersion: "v1",
        kind: "DeleteOptions",
        propagationPolicy: "Background",
        ...(uid !== undefined && { preconditions: { uid } }),
      };
      return (await orNull(send({ method: "DELETE", path, body, repeatable: true }))) ? "deleted" : "absent";
    },

    async logs({ namespace, pod, container, tailLines, sinceSeconds, limitBytes = logBytes, previous }) {
      const path = await paths.of({ apiVersion: "v1", kind: "Pod", namespace, name: pod });
      const query = { container, tailLines, sinceSeconds, previous, limitBytes };
      return requestText(connection, {
        method: "GET",
        path: withQuery(`${path}/log`, query),
        headers: { accept: "*/*" },
        repeatable: true,
      });
    },

    followLogs(request, signal) {
      return followPodLog(connection, request, signal);
    },

    async nodeStats(node) {
      const path = `/api/v1/nodes/${encodeURIComponent(node)}/proxy/stats/summary`;
      return requestJson<unknown>(connection, { method: "GET", path, repeatable: true });
    },

    async serverVersion() {
      const version = await requestJson<{ gitVersion: string }>(connection, {
        method: "GET",
        path: "/version",
        repeatable: true,
      });
      return version.gitVersion;
    },
  });
}

/** All pages of a list, with the resource version to watch from. Rejects like requestJson. */
export async function listAll(
  connection: ClusterConnection,
  path: string,
  query: { labelSelector?: string; fieldSelector?: string },
): Promise<{ items: KubeObject[]; resourceVersion: string }> {
  const items: KubeObject[] = [];
  let next: string | undefined;
  let limit: number | undefined = pageSize;
  for (;;) {
    try {
      const page: ListPage = await requestJson(connection, {
        method: "GET",
        path: withQuery(path, { ...query, limit, continue: next }),
        repeatable: true,
      });
      for (const item of page.items ?? []) items.push(item);
      next = page.metadata.continue;
      if (!next) return { items, resourceVersion: page.metadata.resourceVersion };
    } catch (error) {
      // The continue token is older than the server's history: read everything in one page.
      if (!(error instanceof ApiError && error.status === 410 && next)) throw error;
      items.length = 0;
      next = undefined;
      limit = undefined;
    }
  }
}

interface ListPage {
  metadata: { resourceVersion: string; continue?: string };
  items: KubeObject[] | null;
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
}

function mapErrors<T extends object>(port: T): T {
  const wrapped = Object.entries(port).map(([name, method]) => [
    name,
    (...args: unknown[]) =>
      method(...args).catch((error: unknown) => {
        throw toAppError(error);
      }),
  ]);
  return Object.fromEntries(wrapped) as T;
}
