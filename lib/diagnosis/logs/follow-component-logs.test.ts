import { describe, expect, it } from "vitest";
import type { LogLine } from "@/lib/domain/inspection";
import { createFakeCluster, type FakeCluster } from "@/tests/support/fake-kube";
import { followComponentLogs, parseLine } from "./follow-component-logs";

const namespace = "store-blue";

function addPod(cluster: FakeCluster, name: string, createdAt: string, lines: string[]): void {
  cluster.put({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      namespace,
      creationTimestamp: createdAt,
      labels: { "app.kubernetes.io/component": "shop", "storeyard.dev/store": "blue" },
    },
    spec: { containers: [{ name: "sidecar" }, { name: "shop" }] },
  });
  cluster.logs.set(`${name}/shop`, lines.join("\n"));
}

async function take(cluster: FakeCluster, count: number, more: { after?: string; tailLines?: number } = {}) {
  const taken: LogLine[] = [];
  const source = { ...cluster, namespace, component: "shop", tailLines: 100, ...more };
  for await (const line of followComponentLogs(source, AbortSignal.timeout(10_000))) {
    taken.push(line);
    if (taken.length === count) break;
  }
  return taken.map(({ pod, text }) => `${pod}: ${text}`);
}

const at = (second: string, text: string) => `2026-11-24T10:00:${second}Z ${text}`;

describe("following the log of a component", () => {
  it("starts with the last lines", async () => {
    const cluster = createFakeCluster();
    addPod(cluster, "one", "2026-11-24T09:00:00Z", [at("01", "a"), at("02", "b"), at("03", "c")]);
    expect(await take(cluster, 2, { tailLines: 2 })).toEqual(["one: b", "one: c"]);
  });

  it("continues with the next pod and returns each line once", async () => {
    const cluster = createFakeCluster();
    const source = { ...cluster, namespace, component: "shop", tailLines: 100 };
    const stop = new AbortController();
    const lines = followComponentLogs(source, stop.signal);
    const next = async () => (await lines.next()).value?.text;
    addPod(cluster, "one", "2026-11-24T09:00:00Z", [at("01", "a")]);
    expect(await next()).toBe("a");
    addPod(cluster, "one", "2026-11-24T09:00:00Z", [at("01", "a"), at("02.5", "b")]);
    expect(await next()).toBe("b");
    addPod(cluster, "two", "2026-11-24T10:00:03Z", [at("04", "from its successor")]);
    expect(await next()).toBe("from its successor");
    stop.abort();
  });

  it("resumes after the reader's last line, even within the same second", async () => {
    const cluster = createFakeCluster();
    addPod(cluster, "one", "2026-11-24T09:00:00Z", [at("01.1", "a"), at("01.12", "b"), at("01.2", "c")]);
    expect(await take(cluster, 2, { after: "2026-11-24T10:00:01.1Z" })).toEqual(["one: b", "one: c"]);
  });

  it("waits for a pod that does not exist yet", async () => {
    const cluster = createFakeCluster();
    const taking = take(cluster, 1);
    await new Promise(setImmediate);
    addPod(cluster, "late", "2026-11-24T09:00:00Z", [at("01", "here")]);
    expect(await taking).toEqual(["late: here"]);
  });

  it("ends at the signal while no lines arrive", async () => {
    const stop = new AbortController();
    const source = { ...createFakeCluster(), namespace, component: "shop", tailLines: 1 };
    const next = followComponentLogs(source, stop.signal).next();
    await new Promise(setImmediate);
    stop.abort();
    expect((await next).done).toBe(true);
  });
});

it.each([
  [
    "2026-11-24T10:00:00.123Z hello  world",
    { at: "2026-11-24T10:00:00.123Z", pod: "p", text: "hello  world" },
  ],
  ["2026-11-24T10:00:00Z ", { at: "2026-11-24T10:00:00Z", pod: "p", text: "" }],
  ["no time", null],
  ["", null],
])("the line %j is parsed", (line, expected) => {
  expect(parseLine(line, "p")).toEqual(expected);
});
