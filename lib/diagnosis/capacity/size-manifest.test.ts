import { expect, it } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { measureManifest } from "./measure-manifest";
import { sizeManifest } from "./size-manifest";

const deployment = (resources: object): KubeObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "blue-shop" },
  spec: { replicas: 1, template: { spec: { containers: [{ name: "shop", resources }] } } },
});
const service: KubeObject = { apiVersion: "v1", kind: "Service", metadata: { name: "blue-shop" }, spec: {} };
const size = { container: "shop", cpuMillis: 4_000, memoryMib: 4_096 };

const small = { limits: { cpu: "1", memory: "1Gi" }, requests: { cpu: "200m", memory: "512Mi" } };
const large = { limits: { cpu: "2", memory: "2Gi" }, requests: { cpu: "400m", memory: "512Mi" } };

it("a request is its share of the limit, or fixed if it is equal in both manifests", () => {
  const sized = sizeManifest([service, deployment(small)], [service, deployment(large)], [size]);
  expect(measureManifest(sized)).toMatchObject({
    pods: [{ cpuMillis: 800, memoryMib: 512 }],
    least: { cpuMillis: 8_000, memoryMib: 8_192 },
  });
  expect(sized[0]).toBe(service);
});

it("a container without a size is unchanged", () => {
  expect(sizeManifest([deployment(small)], [deployment(large)], [])).toEqual([deployment(small)]);
});

it("a container without requests requests its limits", () => {
  const { limits } = small;
  const sized = sizeManifest([deployment({ limits })], [deployment({ limits: large.limits })], [size]);
  expect(measureManifest(sized).pods).toEqual([{ cpuMillis: 4_000, memoryMib: 4_096 }]);
});
