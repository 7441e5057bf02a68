import { crashedContainers, explainNotReady } from "@/lib/diagnosis/explain-not-ready";
import { lastLogLine } from "@/lib/diagnosis/logs/last-log-line";
import { observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import type { StoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import type { Observed } from "@/lib/domain/observed";
import { volumeStep } from "@/lib/domain/step";
import type { Store } from "@/lib/domain/store";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { type Applied, findDrift } from "./drift";
import { isNamespaceOf } from "./namespace-labels";
import { snapshotOf } from "./snapshot-of";
import { listWiderQuotas } from "./widen-quota";

/** What this run knows beside the watches, which may lag behind its own changes. */
export interface Known {
  hasCredentials: boolean;
  namespacePrepared: boolean;
  namespaceDeleted: boolean;
  release: Observed["release"];
  applied: Applied | null;
  /** The last log line by crashed container and restart: read once each. */
  lastLogLines: Map<string, string>;
}

/**
 * Reads the store's namespace from the watches. Only the log of a crashed container is fetched. Pods with images that
 * are `leaving` are ignored. `wanted` are the objects of the manifest, which the quota is compared with.
 */
export async function observe(
  deps: ReconcileDeps,
  store: Store,
  known: Known,
  leaving: string[],
  wanted: KubeObject[] = [],
): Promise<Observed> {
  const snapshot = withoutPodsOf(leaving, snapshotOf(deps, store));
  await readCrashLogs(deps, snapshot, known);
  const workloads = observeWorkloads(snapshot);
  return {
    ...observeNamespace(deps, store, snapshot, known),
    hasCredentials: known.hasCredentials,
    release: known.release,
    drift:
      store.readyAt && known.applied
        ? findDrift(known.applied, snapshot.objects).map(({ object }) => object)
        : [],
    parts: { [volumeStep]: workloads.volumes, ...workloads.parts },
    quotaIsWider: listWiderQuotas(wanted, snapshot.objects).length > 0,
    causes: explainNotReady(snapshot, known.lastLogLines),
  };
}

function observeNamespace(
  deps: ReconcileDeps,
  store: Store,
  snapshot: NamespaceSnapshot,
  known: Known,
): Pick<Observed, "namespace" | "heldBy"> {
  const { namespace } = snapshot;
  if (!namespace)
    return { namespace: known.namespacePrepared && !known.namespaceDeleted ? "ours" : "absent" };
  if (!isNamespaceOf(namespace, store.id, deps.installation)) {
    // Deleted a moment ago: the watch still shows the previous namespace terminating.
    return { namespace: namespace.metadata.deletionTimestamp ? "terminating" : "foreign" };
  }
  if (namespace.metadata.deletionTimestamp) return { namespace: "terminating", heldBy: heldBy(namespace) };
  return { namespace: "ours" };
}

function heldBy(namespace: KubeObject): string | undefined {
  const status = namespace.status as
    | { conditions?: { type: string; status: string; message?: string }[] }
    | undefined;
  const holding = (status?.conditions ?? []).filter(
    (condition) => condition.status === "True" && condition.message,
  );
  return holding.length > 0 ? holding.map(({ message }) => message).join("; ") : undefined;
}

async function readCrashLogs(deps: ReconcileDeps, snapshot: StoreSnapshot, known: Known): Promise<void> {
  for (const { key, ...crashed } of crashedContainers(snapshot)) {
    if (known.lastLogLines.has(key)) continue;
    const text = await deps.kube.logs({ ...crashed, tailLines: 20 }).catch(() => "");
    known.lastLogLines.set(key, lastLogLine(text) ?? "");
  }
}

function withoutPodsOf(images: string[], snapshot: StoreSnapshot): StoreSnapshot {
  if (images.length === 0) return snapshot;
  const stays = ({ kind, spec }: KubeObject) => {
    const { containers = [] } = (spec ?? {}) as { containers?: { image: string }[] };
    return kind !== "Pod" || !containers.some(({ image }) => images.includes(image));
  };
  return { ...snapshot, objects: snapshot.objects.filter(stays) };
}
