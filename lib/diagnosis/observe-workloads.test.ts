import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import { observeWorkloads } from "./observe-workloads";

function readSnapshot(situation: string): NamespaceSnapshot {
  return JSON.parse(readFileSync(new URL(`./fixtures/${situation}.json`, import.meta.url), "utf8"));
}

/** A ready store of which one object is changed. */
function readyBut(kind: string, change: (object: KubeObject & { spec: never; status: never }) => void) {
  const snapshot = readSnapshot("ready");
  for (const object of snapshot.objects) if (object.kind === kind) change(object as never);
  return observeWorkloads(snapshot);
}

test("a running store", () => {
  const { claims, database, shop, pods } = observeWorkloads(readSnapshot("ready"));
  expect({ database, shop }).toEqual({ database: "ready", shop: "ready" });
  expect(claims.map(({ name, bound }) => [name, bound])).toEqual([
    ["ready-database", true],
    ["ready-shop", true],
  ]);
  expect(claims.every(({ sizeBytes }) => sizeBytes > 100 * 2 ** 20)).toBe(true);
  expect(pods.map(({ component, ready }) => [component, ready]).sort()).toEqual([
    ["database", true],
    ["shop", true],
  ]);
});

test("a starting store", () => {
  const { database, shop, pods } = observeWorkloads(readSnapshot("starting"));
  expect({ database, shop }).toEqual({ database: "starting", shop: "starting" });
  expect(pods.map(({ ready }) => ready)).toEqual([false, false]);
});

test("an empty namespace", () => {
  expect(observeWorkloads({ namespace: null, objects: [], warnings: [] })).toEqual({
    claims: [],
    database: "absent",
    shop: "absent",
    pods: [],
  });
});

test("a spec that its controller has not observed yet is not ready", () => {
  const bump = ({ metadata }: KubeObject) => {
    metadata.generation = (metadata.generation ?? 0) + 1;
  };
  expect(readyBut("Deployment", bump)).toMatchObject({ shop: "starting", database: "ready" });
  expect(readyBut("StatefulSet", bump)).toMatchObject({ shop: "ready", database: "starting" });
});

test("a rollout that is not finished is not ready", () => {
  expect(readyBut("Deployment", ({ status }) => Object.assign(status, { replicas: 2 })).shop).toBe(
    "starting",
  );
  expect(
    readyBut("StatefulSet", ({ status }) => Object.assign(status, { updateRevision: "next" })).database,
  ).toBe("starting");
});

test("a workload that is scaled to zero is not ready", () => {
  const { shop } = readyBut("Deployment", ({ spec, status }) => {
    Object.assign(spec, { replicas: 0 });
    Object.assign(status, { replicas: 0, updatedReplicas: 0, availableReplicas: 0 });
  });
  expect(shop).toBe("starting");
});
