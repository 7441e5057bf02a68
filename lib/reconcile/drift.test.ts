import { expect, it } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { findDrift, fingerprintApplied } from "./drift";
import { fingerprintSpec } from "./fingerprint-spec";

const quota = (pods: string): KubeObject => ({
  apiVersion: "v1",
  kind: "ResourceQuota",
  metadata: { name: "blue" },
  spec: { hard: { pods } },
});
const service = (name: string): KubeObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name },
  spec: { ports: [{ port: 80 }] },
});
const claim = (size: string, more: object = {}): KubeObject => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "blue-shop" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: size } }, ...more },
});

it("an enlarged claim has not drifted, and a claim with another change has", () => {
  const applied = fingerprintApplied([claim("256Mi")]);
  expect(findDrift(applied, [claim("1Gi")])).toEqual([]);
  expect(findDrift(applied, [claim("1Gi", { volumeMode: "Block" })])).toHaveLength(1);
});

it("a fingerprint of an earlier version, which includes the size of claims, is still valid", () => {
  const applied = { "PersistentVolumeClaim/blue-shop": fingerprintSpec(claim("256Mi")) };
  expect(findDrift(applied, [claim("256Mi")])).toEqual([]);
});

it("objects of an interrupted apply may have their previous or their new state", () => {
  const applied = fingerprintApplied([quota("8"), service("shop"), service("dropped")]);
  const applying = fingerprintApplied([quota("20"), service("shop"), service("added")]);
  const half = [quota("20"), service("shop")];
  expect(findDrift(applied, half, applying)).toEqual([]);
  expect(findDrift(applied, [quota("8"), service("shop"), service("dropped")], applying)).toEqual([]);
  expect(findDrift(applied, half)).toEqual([
    { object: "ResourceQuota/blue", change: "changed" },
    { object: "Service/dropped", change: "missing" },
  ]);
});

it("somebody else's change during an apply is drift", () => {
  const applied = fingerprintApplied([quota("8"), service("shop")]);
  const applying = fingerprintApplied([quota("20"), service("shop")]);
  expect(findDrift(applied, [quota("99")], applying)).toEqual([
    { object: "ResourceQuota/blue", change: "changed" },
    { object: "Service/shop", change: "missing" },
  ]);
});
