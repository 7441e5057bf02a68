import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import type { KubeObject } from "@/lib/kube/kube-object";
import { observeWorkloads } from "./observe-workloads";
import type { StoreSnapshot } from "./store-snapshot";

function readSnapshot(situation: string): StoreSnapshot {
  const seen = JSON.parse(readFileSync(new URL(`./fixtures/${situation}.json`, import.meta.url), "utf8"));
  return { ...seen, parts: woocommerceProfile.parts };
}

/** A ready store of which one object is changed. */
function readyBut(kind: string, change: (object: KubeObject & { spec: never; status: never }) => void) {
  const snapshot = readSnapshot("ready");
  for (const object of snapshot.objects) if (object.kind === kind) change(object as never);
  return observeWorkloads(snapshot);
}

test("all parts of a running store are ready", () => {
  const { claims, volumes, parts, pods } = observeWorkloads(readSnapshot("ready"));
  expect(parts).toEqual({ database: "ready", shop: "ready" });
  expect(volumes).toBe("ready");
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

test("the parts of a starting store are starting", () => {
  const { parts, pods } = observeWorkloads(readSnapshot("starting"));
  expect(parts).toEqual({ database: "starting", shop: "starting" });
  expect(pods.map(({ ready }) => ready)).toEqual([false, false]);
});

test("the parts of an empty namespace are absent", () => {
  const { parts } = woocommerceProfile;
  expect(observeWorkloads({ namespace: null, objects: [], warnings: [], parts })).toEqual({
    claims: [],
    volumes: "absent",
    parts: { database: "absent", shop: "absent" },
    pods: [],
  });
});

test("a spec that its controller has not observed yet is not ready", () => {
  const bump = ({ metadata }: KubeObject) => {
    metadata.generation = (metadata.generation ?? 0) + 1;
  };
  expect(readyBut("Deployment", bump).parts).toEqual({ shop: "starting", database: "ready" });
  expect(readyBut("StatefulSet", bump).parts).toEqual({ shop: "ready", database: "starting" });
});

test("a rollout that is not finished is not ready", () => {
  expect(readyBut("Deployment", ({ status }) => Object.assign(status, { replicas: 2 })).parts.shop).toBe(
    "starting",
  );
  expect(
    readyBut("StatefulSet", ({ status }) => Object.assign(status, { updateRevision: "next" })).parts.database,
  ).toBe("starting");
});

test("a workload that is scaled to zero is not ready", () => {
  const { parts } = readyBut("Deployment", ({ spec, status }) => {
    Object.assign(spec, { replicas: 0 });
    Object.assign(status, { replicas: 0, updatedReplicas: 0, availableReplicas: 0 });
  });
  expect(parts.shop).toBe("starting");
});
