import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { answerJson, type ScriptedApi, startScriptedApi } from "@/tests/support/scripted-api";
import type { ClusterView, ViewConnection } from "../cluster-view";
import type { KubeObject } from "../kube-object";
import { createClusterView } from "./watch-cluster";
import { watchedKinds } from "./watched-kinds";

let api: ScriptedApi;
let view: ClusterView;
afterEach(async () => {
  view.close();
  await api.close();
});

const labels = { "storeyard.dev/store": "a" };

/** An API server that lists what it is given and lets the test speak on its watches. */
async function startView(lists: Record<string, KubeObject[]> = {}) {
  const streams = new Map<string, ServerResponse>();
  let refusing = false;
  api = await startScriptedApi(({ path, query, response }) => {
    if (refusing) response.destroy();
    else if (query.get("watch")) {
      response.flushHeaders();
      streams.set(path, response);
    } else answerJson(response, 200, { metadata: { resourceVersion: "10" }, items: lists[path] ?? [] });
  });
  view = createClusterView(api.connection, {
    watchMs: 1_000,
    silenceMs: 5_000,
    backoffMs: { min: 5, max: 20 },
  });
  return {
    send(path: string, type: string, object: KubeObject): Promise<void> {
      const told = new Promise<void>((resolve) => {
        const stop = view.onChange(() => {
          stop();
          resolve();
        });
      });
      streams.get(path)?.write(`${JSON.stringify({ type, object })}\n`);
      return told;
    },
    cut(refuse: boolean): void {
      refusing = refuse;
      for (const stream of streams.values()) stream.destroy();
    },
    heal(): void {
      refusing = false;
    },
  };
}

function untilConnection(state: ViewConnection["state"]): Promise<ViewConnection> {
  return new Promise((resolve) => {
    const stop = view.onConnection((connection) => {
      if (connection.state !== state) return;
      stop();
      resolve(connection);
    });
  });
}

function warning(name: string, namespace: string, lastTimestamp: string): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name, namespace, uid: name, resourceVersion: name },
    type: "Warning",
    lastTimestamp,
  };
}

const namespace: KubeObject = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "store-a", uid: "n", resourceVersion: "1", labels },
};

test("a snapshot holds a store's namespace, its labelled objects and its warnings, oldest first", async () => {
  await startView({
    "/api/v1/namespaces": [namespace],
    "/api/v1/pods": [
      { apiVersion: "v1", kind: "", metadata: { name: "a-0", namespace: "store-a", uid: "p", labels } },
    ],
    "/api/v1/events": [
      warning("2", "store-a", "2026-11-23T21:00:02Z"),
      warning("1", "store-a", "2026-11-23T21:00:01Z"),
      warning("3", "kube-system", "2026-11-23T21:00:03Z"),
    ],
  });
  await view.start();
  const snapshot = view.snapshot("store-a");
  expect(snapshot.namespace?.metadata.name).toBe("store-a");
  expect(snapshot.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(["Pod a-0"]);
  expect(snapshot.warnings.map(({ metadata }) => metadata.name)).toEqual(["1", "2"]);
  expect(view.snapshot("kube-system").warnings).toEqual([]);
});

test("every kind but Events is requested by the store's label, and Secrets are not requested", async () => {
  await startView();
  await view.start();
  const lists = api.requests.filter(({ query }) => !query.get("watch"));
  expect(lists).toHaveLength(watchedKinds.length + 1);
  for (const { path, query } of lists) {
    expect(path).not.toContain("secrets");
    if (path === "/api/v1/events") expect(query.get("fieldSelector")).toBe("type=Warning");
    else expect(query.get("labelSelector")).toBe("storeyard.dev/store");
  }
});

test("the newest warnings of a namespace are kept until it is deleted", async () => {
  const events = Array.from({ length: 70 }, (_, index) => {
    const second = String(index % 60).padStart(2, "0");
    return warning(String(index), "store-a", `2026-11-23T21:${index < 60 ? "00" : "01"}:${second}Z`);
  });
  const { send } = await startView({ "/api/v1/namespaces": [namespace], "/api/v1/events": events });
  await view.start();
  const kept = view.snapshot("store-a").warnings.map(({ metadata }) => metadata.name);
  expect(kept).toHaveLength(60);
  expect([kept[0], kept.at(-1)]).toEqual(["10", "69"]);
  await send("/api/v1/namespaces", "DELETED", namespace);
  expect(view.snapshot("store-a")).toEqual({ namespace: null, objects: [], warnings: [] });
});

test("a lost connection is reported once, and its recovery when every kind is watched again", async () => {
  const { cut, heal } = await startView();
  await view.start();
  expect(view.connection().state).toBe("connected");
  const told: string[] = [];
  view.onConnection(({ state }) => told.push(state));
  const lost = untilConnection("reconnecting");
  cut(true);
  expect((await lost).message).toMatch(/^The cluster does not answer \(.+\)\.$/);
  const back = untilConnection("connected");
  heal();
  await back;
  expect(told).toEqual(["reconnecting", "connected"]);
});

test("listeners are called after the snapshot holds the change", async () => {
  const { send } = await startView();
  await view.start();
  const seen: unknown[] = [];
  view.onChange(({ type, namespace: name }) =>
    seen.push([type, name, view.snapshot(name).namespace !== null]),
  );
  await send("/api/v1/namespaces", "ADDED", namespace);
  expect(seen).toEqual([["added", "store-a", true]]);
});
