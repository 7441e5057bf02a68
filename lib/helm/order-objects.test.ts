import { expect, test } from "vitest";
import { orderForApply, orderForDelete } from "./order-objects";

const refs = (...kinds: string[]) =>
  kinds.map((kind, index) => ({ apiVersion: "v1", kind, name: `${index}` }));
const kindsOf = (objects: { kind: string }[]) => objects.map(({ kind }) => kind);

test("policies and quota come before the first pod, and the Ingress comes last", () => {
  const given = refs(
    "Ingress",
    "CronJob",
    "StatefulSet",
    "Deployment",
    "Service",
    "PersistentVolumeClaim",
    "Secret",
  );
  given.push(...refs("ServiceAccount", "LimitRange", "ResourceQuota", "NetworkPolicy", "Namespace"));
  const wanted = ["Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "ServiceAccount", "Secret"];
  wanted.push("PersistentVolumeClaim", "Service", "Deployment", "StatefulSet", "CronJob", "Ingress");
  expect(kindsOf(orderForApply(given))).toEqual(wanted);
  expect(kindsOf(orderForDelete(given))).toEqual(wanted.toReversed());
});

test("unknown kinds come last by name, and the order is stable", () => {
  const ordered = orderForApply(refs("Zebra", "Middleware", "Ingress", "Middleware", "Service"));
  expect(ordered.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "Service 4",
    "Ingress 2",
    "Middleware 1",
    "Middleware 3",
    "Zebra 0",
  ]);
});
