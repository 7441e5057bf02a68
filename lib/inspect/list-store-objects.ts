import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import { componentLabel } from "@/lib/diagnosis/store-snapshot";
import type { QuotaUse, StoreObject } from "@/lib/domain/inspection";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import { lastSeenMs } from "@/lib/kube/last-seen";
import { describeObject } from "./describe-object";

/** The namespace, then workloads and pods, then storage and network. */
const order = [
  "Namespace",
  "Deployment",
  "StatefulSet",
  "CronJob",
  "ReplicaSet",
  "Pod",
  "PersistentVolumeClaim",
  "Service",
  "Ingress",
];

/** The objects of a store, sorted by kind and name. */
export function listStoreObjects(snapshot: NamespaceSnapshot): StoreObject[] {
  const objects = [...(snapshot.namespace ? [snapshot.namespace] : []), ...snapshot.objects];
  return objects
    .map((object) => toStoreObject(object, snapshot.warnings))
    .sort(
      (a, b) => rank(a.kind) - rank(b.kind) || a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name),
    );
}

function toStoreObject(object: KubeObject, warnings: KubeObject[]): StoreObject {
  const { metadata } = object;
  return {
    kind: object.kind,
    apiVersion: object.apiVersion,
    name: metadata.name,
    component: metadata.labels?.[componentLabel] ?? null,
    ...describeObject(object),
    createdAt: metadata.creationTimestamp ? new Date(metadata.creationTimestamp) : null,
    warnings: warnings.filter((warning) => isAbout(warning, object)).map(toWarning),
  };
}

function isAbout(warning: KubeObject, { kind, metadata }: KubeObject): boolean {
  const about = warning.involvedObject as { kind?: string; name?: string } | undefined;
  return about?.kind === kind && about.name === metadata.name;
}

function toWarning(warning: KubeObject) {
  const { reason = "", message = "" } = warning as { reason?: string; message?: string };
  return { at: new Date(lastSeenMs(warning)), reason, message };
}

function rank(kind: string): number {
  const at = order.indexOf(kind);
  return at === -1 ? order.length : at;
}

/** What a store uses of its quota, as Kubernetes counts it; empty until it is counted. */
export function listQuotaUse(snapshot: NamespaceSnapshot): QuotaUse[] {
  return snapshot.objects
    .filter(({ kind }) => kind === "ResourceQuota")
    .flatMap(({ status }) => {
      const { hard = {}, used = {} } = (status ?? {}) as { hard?: Amounts; used?: Amounts };
      return Object.entries(hard).map(([resource, most]) =>
        toQuotaUse(resource, used[resource] ?? "0", most),
      );
    });
}

type Amounts = Record<string, string>;

function toQuotaUse(resource: string, used: string, most: string): QuotaUse {
  const usedAmount = parseQuantity(used);
  const mostAmount = parseQuantity(most);
  const share = mostAmount === 0 ? 0 : usedAmount / mostAmount;
  return { resource, used, most, usedAmount, mostAmount, share };
}
