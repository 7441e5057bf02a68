import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { listQuotaUse, listStoreObjects } from "./list-store-objects";

/** Recorded from a real cluster. */
const recorded = (name: string) =>
  JSON.parse(readFileSync(`lib/diagnosis/fixtures/${name}.json`, "utf8")) as NamespaceSnapshot;

const told = (name: string) =>
  listStoreObjects(recorded(name)).map(({ kind, state, status }) => `${kind} ${state}: ${status}`);

describe("the objects of a store", () => {
  it("of a ready store have the state ok and are sorted by kind", () => {
    const objects = listStoreObjects(recorded("ready"));
    expect(objects.every(({ state }) => state === "ok")).toBe(true);
    expect(objects[0]?.kind).toBe("Namespace");
    expect(told("ready")).toEqual(
      expect.arrayContaining([
        "Deployment ok: 1 of 1 ready",
        "StatefulSet ok: 1 of 1 ready",
        "Pod ok: Running",
      ]),
    );
  });

  it("of a crashing store have the state bad and their warnings", () => {
    const pod = listStoreObjects(recorded("crash-loop")).find(
      ({ kind, state }) => kind === "Pod" && state === "bad",
    );
    expect(pod?.status).toMatch(/CrashLoopBackOff, \d+ restarts/);
    expect(pod?.warnings.length).toBeGreaterThan(0);
  });

  it("report an image that can't be pulled", () => {
    expect(told("image-missing").join("\n")).toMatch(/Pod bad: (ImagePullBackOff|ErrImagePull)/);
  });
});

it("the usage of a quota is what Kubernetes reports", () => {
  const snapshot: NamespaceSnapshot = {
    namespace: null,
    warnings: [],
    objects: [
      {
        apiVersion: "v1",
        kind: "ResourceQuota",
        metadata: { name: "blue" },
        status: {
          hard: { pods: "10", "requests.memory": "2Gi" },
          used: { pods: "2", "requests.memory": "512Mi" },
        },
      },
    ],
  };
  expect(listQuotaUse(snapshot)).toEqual([
    { resource: "pods", used: "2", most: "10", usedAmount: 2, mostAmount: 10, share: 0.2 },
    {
      resource: "requests.memory",
      used: "512Mi",
      most: "2Gi",
      usedAmount: 512 * 2 ** 20,
      mostAmount: 2 * 2 ** 30,
      share: 0.25,
    },
  ]);
});
