import { expect, it, test } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { adoptLargerClaims } from "./adopt-larger-claims";

const claim = (size: string, name = "blue-shop"): KubeObject => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name, namespace: "store-blue" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: size } } },
});
const range = (max: string): KubeObject => ({
  apiVersion: "v1",
  kind: "LimitRange",
  metadata: { name: "blue", namespace: "store-blue" },
  spec: {
    limits: [
      { type: "Container", default: { cpu: "1" } },
      { type: "PersistentVolumeClaim", max: { storage: max } },
    ],
  },
});

test.each([
  ["larger in the cluster keeps its size", "256Mi", "1Gi", "1Gi"],
  ["larger in the chart grows", "2Gi", "1Gi", "2Gi"],
  ["of the same size in another unit is the chart's", "1Gi", "1024Mi", "1Gi"],
])("a claim that is %s", (_, charted, live, expected) => {
  expect(adoptLargerClaims([claim(charted)], [claim(live)])).toEqual([claim(expected)]);
});

it("the size of another claim is ignored", () => {
  expect(adoptLargerClaims([claim("1Gi")], [claim("5Gi", "blue-database")])).toEqual([claim("1Gi")]);
});

it("a claim that does not exist yet has the chart's size", () => {
  expect(adoptLargerClaims([claim("1Gi")], [])).toEqual([claim("1Gi")]);
});

it("the limit range of a smaller plan admits a volume that is larger already", () => {
  expect(adoptLargerClaims([range("2Gi"), claim("1Gi")], [claim("20Gi")])).toEqual([
    range("20Gi"),
    claim("20Gi"),
  ]);
  expect(adoptLargerClaims([range("2Gi"), claim("1Gi")], [claim("1Gi")])[0]).toEqual(range("2Gi"));
});
