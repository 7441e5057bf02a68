import type { ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { answerJson, type ScriptedApi, startScriptedApi } from "@/tests/support/scripted-api";
import { CapacityWatch } from "./watch-capacity";

let api: ScriptedApi;
let watch: CapacityWatch;
afterEach(async () => {
  watch.close();
  await api.close();
});

const ready = [{ type: "Ready", status: "True" }];

function node(name: string, spec: object = {}, conditions: object[] = ready): KubeObject {
  const status = { allocatable: { cpu: "2", memory: "2Gi", pods: "10" }, conditions };
  return { apiVersion: "v1", kind: "Node", metadata: { name, resourceVersion: "1" }, spec, status };
}

function pod(name: string, nodeName: string | undefined, metadata: object = {}): KubeObject {
  const containers = [{ name: "c", resources: { requests: { cpu: "500m", memory: "256Mi" } } }];
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: "x", resourceVersion: "1", ...metadata },
    spec: { nodeName, containers },
  };
}

async function start(nodes: KubeObject[], pods: KubeObject[], refused = "") {
  const streams = new Map<string, ServerResponse>();
  api = await startScriptedApi(({ path, query, response }) => {
    if (path === refused) answerJson(response, 403, { kind: "Status", message: "nodes is forbidden" });
    else if (query.get("watch")) {
      response.flushHeaders();
      streams.set(path, response);
    } else {
      const items = path === "/api/v1/nodes" ? nodes : pods;
      answerJson(response, 200, { metadata: { resourceVersion: "10" }, items });
    }
  });
  watch = new CapacityWatch(api.connection, {
    watchMs: 1_000,
    silenceMs: 5_000,
    backoffMs: { min: 5, max: 20 },
  });
  watch.start();
  return (path: string, type: string, object: KubeObject) =>
    streams.get(path)?.write(`${JSON.stringify({ type, object })}\n`);
}

it("capacity is what schedulable nodes have, minus the requests of their pods", async () => {
  await start(
    [
      node("one"),
      node("cordoned", { unschedulable: true }),
      node("kept", { taints: [{ effect: "NoSchedule" }] }),
      node("avoided", { taints: [{ effect: "PreferNoSchedule" }] }),
      node("down", {}, [{ type: "Ready", status: "Unknown" }]),
    ],
    [pod("a", "one"), pod("b", "kept"), pod("c", undefined)],
  );
  await expect.poll(() => watch.capacity()).not.toBeNull();
  expect(watch.capacity()).toEqual({
    nodes: [
      { pods: 9, cpuMillis: 1_500, memoryMib: 1_792 },
      { pods: 10, cpuMillis: 2_000, memoryMib: 2_048 },
    ],
    allocatable: { pods: 20, cpuMillis: 4_000, memoryMib: 4_096 },
    waiting: [{ cpuMillis: 500, memoryMib: 256 }],
    podsOfStore: new Map(),
  });
});

it("follows changes and counts the pods of Jobs separately", async () => {
  const labels = { "storeyard.dev/store": "blue" };
  const job = { labels, ownerReferences: [{ kind: "Job" }] };
  const send = await start([node("one")], [pod("a", "one", { labels }), pod("b", "one", job)]);
  await expect.poll(() => watch.capacity()?.podsOfStore.get("blue")).toBe(1);
  send("/api/v1/pods", "DELETED", pod("b", "one", job));
  send("/api/v1/pods", "ADDED", pod("c", "one", { labels }));
  await expect.poll(() => watch.capacity()?.podsOfStore.get("blue")).toBe(2);
  expect(watch.capacity()?.nodes).toEqual([{ pods: 8, cpuMillis: 1_000, memoryMib: 1_536 }]);
  send("/api/v1/nodes", "MODIFIED", {
    ...node("one", { unschedulable: true }),
    metadata: { name: "one", resourceVersion: "2" },
  });
  await expect.poll(() => watch.capacity()?.nodes).toEqual([]);
});

it("capacity is unknown without the permission to list nodes", async () => {
  await start([node("one")], [], "/api/v1/nodes");
  await expect
    .poll(() => api.requests.filter(({ path }) => path === "/api/v1/nodes").length)
    .toBeGreaterThan(2);
  expect(watch.capacity()).toBeNull();
});

it("finished pods are not requested", async () => {
  await start([node("one")], []);
  await expect.poll(() => watch.capacity()).not.toBeNull();
  const asked = api.requests
    .filter(({ path }) => path === "/api/v1/pods")
    .map(({ query }) => query.get("fieldSelector"));
  expect(new Set(asked)).toEqual(new Set(["status.phase!=Succeeded,status.phase!=Failed"]));
});
