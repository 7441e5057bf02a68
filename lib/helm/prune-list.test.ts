import { expect, test } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { pruneList } from "./prune-list";

function object(
  kind: string,
  name: string,
  apiVersion = "v1",
  annotations?: Record<string, string>,
): KubeObject {
  return { apiVersion, kind, metadata: { name, namespace: "store-a", annotations } };
}
const names = (earlier: KubeObject[], current: KubeObject[]) =>
  pruneList(earlier, current).map(({ kind, name }) => `${kind} ${name}`);

test("objects that an upgrade dropped are deleted, dependents first", () => {
  const kept = object("Service", "shop");
  const earlier = [
    object("Service", "old"),
    object("CronJob", "old", "batch/v1"),
    kept,
    object("Ingress", "old"),
  ];
  expect(names(earlier, [kept])).toEqual(["Ingress old", "CronJob old", "Service old"]);
});

test("nothing is deleted without a dropped object or an earlier release", () => {
  const same = [object("Service", "shop"), object("Ingress", "shop")];
  expect(pruneList(same, same)).toEqual([]);
  expect(pruneList([], same)).toEqual([]);
});

test("user data is never deleted: claims, Secrets, and objects with the keep policy", () => {
  const earlier = [
    object("PersistentVolumeClaim", "database"),
    object("Secret", "credentials"),
    object("Namespace", "store-a"),
    object("ConfigMap", "kept", "v1", { "helm.sh/resource-policy": "keep" }),
    object("ConfigMap", "gone"),
  ];
  expect(names(earlier, [])).toEqual(["ConfigMap gone"]);
});

test("an object with a newer API version is the same object", () => {
  const before = object("CronJob", "cron", "batch/v1beta1");
  expect(pruneList([before], [object("CronJob", "cron", "batch/v1")])).toEqual([]);
  expect(names([before], [object("CronJob", "cron", "example.com/v1")])).toEqual(["CronJob cron"]);
});

test("an object of several earlier releases is listed once, with its namespace", () => {
  const old = object("Service", "old");
  expect(pruneList([old, old], [])).toEqual([
    { apiVersion: "v1", kind: "Service", namespace: "store-a", name: "old" },
  ]);
});
