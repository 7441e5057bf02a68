import { expect, test } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { fingerprintSpec } from "./fingerprint-spec";

const claim: KubeObject = {
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "a-shop", namespace: "store-a", resourceVersion: "1" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "2Gi" } } },
};

test("fields that controllers write and the order of fields do not change the fingerprint", () => {
  const bound: KubeObject = {
    kind: "PersistentVolumeClaim",
    apiVersion: "v1",
    status: { phase: "Bound" },
    spec: {
      volumeName: "pvc-1",
      storageClassName: "standard",
      resources: { requests: { storage: "2Gi" } },
      accessModes: ["ReadWriteOnce"],
    },
    metadata: {
      namespace: "store-a",
      name: "a-shop",
      resourceVersion: "9",
      annotations: { "pv.kubernetes.io/bind-completed": "yes" },
    },
  };
  expect(fingerprintSpec(bound)).toBe(fingerprintSpec(claim));
});

test.each([
  ["another size", { spec: { ...(claim.spec as object), resources: { requests: { storage: "3Gi" } } } }],
  [
    "another order in a list",
    { spec: { ...(claim.spec as object), accessModes: ["ReadOnlyMany", "ReadWriteOnce"] } },
  ],
  ["an additional field", { spec: { ...(claim.spec as object), volumeMode: "Block" } }],
  ["another name", { metadata: { ...claim.metadata, name: "b-shop" } }],
  ["another kind", { kind: "Other" }],
  ["data outside of the spec", { data: { key: "value" } }],
])("%s changes the fingerprint", (_, change) => {
  expect(fingerprintSpec({ ...claim, ...change })).not.toBe(fingerprintSpec(claim));
});
