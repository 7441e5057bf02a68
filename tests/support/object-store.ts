import type { ViewChange } from "@/lib/kube/cluster-view";
import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import { storeLabel, watchedKinds } from "@/lib/kube/watch/watched-kinds";
import { isClusterScoped } from "./fake-api-server/api-kinds";

export type StoreChange = ViewChange;

const keptChanges = 50_000;
const seenKinds = new Set<string>(watchedKinds.map(({ kind }) => kind));

/** The objects of a cluster in memory, with resource versions and watch events like the API server's. */
export class ObjectStore {
  private readonly objects = new Map<string, KubeObject>();
  private readonly listeners = new Set<(change: StoreChange) => void>();
  private readonly changes: StoreChange[] = [];
  private lastRevision = 0;

  /** The resource version of the newest change. */
  get revision(): number {
    return this.lastRevision;
  }

  onChange(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The changes after a resource version, oldest first. */
  changesSince(revision: number): StoreChange[] {
    return this.changes.filter(({ object }) => Number(object.metadata.resourceVersion) > revision);
  }

  get(ref: ObjectRef): KubeObject | null {
    return structuredClone(this.objects.get(keyOf(ref)) ?? null);
  }

  all(): KubeObject[] {
    return structuredClone([...this.objects.values()]);
  }

  inNamespace(namespace: string): KubeObject[] {
    return this.all().filter((object) => object.metadata.namespace === namespace);
  }

  put(wanted: KubeObject): KubeObject {
    const key = keyOf(refOf(wanted));
    const known = this.objects.get(key);
    const object = structuredClone(wanted);
    object.metadata = {
      creationTimestamp: new Date().toISOString(),
      ...object.metadata,
      uid: known?.metadata.uid ?? `uid-${++this.lastRevision}`,
      resourceVersion: known?.metadata.resourceVersion,
      generation: known?.metadata.generation ?? 1,
    };
    if (object.kind === "Namespace") object.status ??= { phase: "Active" };
    // A write that changes nothing creates no new version and no watch event.
    if (known && JSON.stringify(known) === JSON.stringify(object)) return object;
    if (known && JSON.stringify(known.spec) !== JSON.stringify(object.spec)) {
      object.metadata.generation = (known.metadata.generation ?? 1) + 1;
    }
    object.metadata.resourceVersion = String(++this.lastRevision);
    this.objects.set(key, object);
    this.notify(known ? "modified" : "added", object);
    return structuredClone(object);
  }

  /** Removes an object. With a namespace, its objects are removed too. */
  remove(ref: ObjectRef): void {
    const object = this.objects.get(keyOf(ref));
    if (!object) return;
    if (ref.kind === "Namespace") for (const inside of this.inNamespace(ref.name)) this.remove(refOf(inside));
    this.objects.delete(keyOf(ref));
    const metadata = { ...object.metadata, resourceVersion: String(++this.lastRevision) };
    this.notify("deleted", { ...object, metadata });
  }

  private notify(type: StoreChange["type"], object: KubeObject): void {
    const namespace = object.kind === "Namespace" ? object.metadata.name : (object.metadata.namespace ?? "");
    const change = { type, object: structuredClone(object), namespace };
    this.changes.push(change);
    if (this.changes.length > keptChanges) this.changes.shift();
    for (const listener of this.listeners) listener(change);
  }
}

export function keyOf(ref: ObjectRef): string {
  return `${ref.kind}/${isClusterScoped(ref.kind) ? "" : (ref.namespace ?? "")}/${ref.name}`;
}

export function refOf({ apiVersion, kind, metadata }: KubeObject): ObjectRef {
  return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
}

/** Whether the real view would hold it. */
export function isSeen(object: KubeObject): boolean {
  return (
    object.kind === "Event" || (seenKinds.has(object.kind) && storeLabel in (object.metadata.labels ?? {}))
  );
}
