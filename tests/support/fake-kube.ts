import { AppError } from "@/lib/errors";
import type { ClusterView, ViewConnection } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import { assertNotShrunk } from "./assert-not-shrunk";
import { isClusterScoped } from "./fake-api-server/api-kinds";
import { createFakeView } from "./fake-view";
import { matchesSelector } from "./matches-selector";
import { mergeApplied } from "./merge-applied";
import { ObjectStore, refOf } from "./object-store";
import { bindClaim, buildReadyPod, countQuota, rollOut } from "./ready-workloads";

export interface FakeCluster {
  kube: Kube;
  view: ClusterView;
  objects: ObjectStore;
  /** Every call that reached the port, in order, e.g. `apply Deployment store-a/a-shop`, or `dry-run …` for an apply that stores nothing. */
  calls: string[];
  /** Makes a method fail until `heal`; without an error it is as if the API server were gone. */
  fail(method: keyof Kube, error?: Error): void;
  heal(method?: keyof Kube): void;
  /** Deleted namespaces stay Terminating until `releaseNamespace`. */
  holdNamespaces: boolean;
  releaseNamespace(name: string): void;
  /** Binds the claims and brings the workloads of a namespace up, with a ready pod each. */
  makeReady(namespace: string): void;
  /** Manual changes that bypass the platform. */
  put(object: KubeObject): KubeObject;
  edit(ref: ObjectRef, change: (object: KubeObject) => void): void;
  remove(ref: ObjectRef): void;
  get(ref: ObjectRef): KubeObject | null;
  setPodReady(namespace: string, pod: string, ready: boolean): void;
  warn(
    namespace: string,
    on: { kind: string; name: string; uid?: string },
    reason: string,
    message: string,
  ): void;
  logs: Map<string, string>;
  /** What a node's kubelet measures, if the platform may read it. */
  stats: Map<string, unknown>;
  setConnection(state: ViewConnection["state"], message?: string): void;
}

const validName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** A cluster in memory, behind both ports. With `autoReady` whatever is applied comes up at once. */
export function createFakeCluster(options: { autoReady?: boolean } = {}): FakeCluster {
  const store = new ObjectStore();
  const applied = new Map<string, KubeObject>();
  const failures = new Map<keyof Kube, Error>();
  let warnings = 0;

  function terminate(namespace: KubeObject): void {
    store.put({
      ...namespace,
      metadata: { ...namespace.metadata, deletionTimestamp: new Date().toISOString() },
      status: { phase: "Terminating" },
    });
    if (!cluster.holdNamespaces) queueMicrotask(() => cluster.releaseNamespace(namespace.metadata.name));
  }

  function assertWritable(object: KubeObject): void {
    if (!validName.test(object.metadata.name)) {
      throw new AppError("invalid", `${object.kind} "${object.metadata.name}" is invalid: metadata.name`);
    }
    if (isClusterScoped(object.kind)) return;
    const name = object.metadata.namespace ?? "";
    const namespace = store.get({ apiVersion: "v1", kind: "Namespace", name });
    if (!namespace) throw new AppError("not_found", `namespaces "${name}" not found`);
    if (namespace.metadata.deletionTimestamp) {
      const message = `unable to create new content in namespace ${name} because it is being terminated`;
      throw new AppError("forbidden", message);
    }
  }

  function bringUp(object: KubeObject): void {
    const now = store.get(refOf(object));
    if (!now) return;
    if (now.kind === "ResourceQuota") store.put(countQuota(now));
    if (now.kind === "PersistentVolumeClaim") store.put(bindClaim(now));
    if (now.kind !== "Deployment" && now.kind !== "StatefulSet") return;
    store.put(buildReadyPod(now));
    store.put(rollOut(now));
  }

  function assertHasLog(namespace: string, pod: string): void {
    const known = [...cluster.logs.keys()].some((key) => key.startsWith(`${pod}/`));
    if (known || store.get({ apiVersion: "v1", kind: "Pod", namespace, name: pod })) return;
    throw new AppError("not_found", `pods "${pod}" not found`);
  }

  /** Each method records its call. With an injected fault it fails, as late as a request would. */
  async function enter(method: keyof Kube, ref?: ObjectRef, called: string = method): Promise<void> {
    const place = ref && `${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ""}${ref.name}`;
    cluster.calls.push([called, place].filter(Boolean).join(" "));
    await Promise.resolve();
    const failure = failures.get(method);
    if (failure) throw failure;
  }

  const kube: Kube = {
    async apply(object, { fieldManager, dryRun }) {
      await enter("apply", refOf(object), dryRun ? "dry-run" : "apply");
      assertWritable(object);
      const known = store.get(refOf(object));
      const key = `${fieldManager} ${known?.metadata.uid}`;
      const merged = mergeApplied(known ?? undefined, applied.get(key), object);
      assertNotShrunk(known, merged);
      if (dryRun) return merged;
      const stored = store.put(merged);
      applied.set(`${fieldManager} ${stored.metadata.uid}`, structuredClone(object));
      // Quotas are counted even if no pod comes up.
      if (options.autoReady || object.kind === "ResourceQuota") queueMicrotask(() => bringUp(object));
      return stored;
    },
    async create(object) {
      await enter("create", refOf(object));
      assertWritable(object);
      if (store.get(refOf(object))) {
        throw new AppError("conflict", `${object.kind} "${object.metadata.name}" already exists`);
      }
      return store.put(object);
    },
    async replace(object) {
      await enter("replace", refOf(object));
      const known = store.get(refOf(object));
      if (!known) throw new AppError("not_found", `${object.kind} "${object.metadata.name}" not found`);
      const { resourceVersion } = object.metadata;
      if (resourceVersion && resourceVersion !== known.metadata.resourceVersion) {
        throw new AppError(
          "conflict",
          "the object has been modified; apply your changes to the latest version",
        );
      }
      return store.put(object);
    },
    async find(ref) {
      await enter("find", ref);
      return store.get(ref);
    },
    async list(apiVersion, kind, { namespace, labelSelector } = {}) {
      await enter("list", { apiVersion, kind, namespace, name: labelSelector ?? "" });
      return store
        .all()
        .filter((object) => object.kind === kind && object.apiVersion === apiVersion)
        .filter((object) => !namespace || object.metadata.namespace === namespace)
        .filter((object) => matchesSelector(object.metadata.labels ?? {}, labelSelector));
    },
    async delete(ref, { uid } = {}) {
      await enter("delete", ref);
      const object = store.get(ref);
      if (!object) return "absent";
      if (uid !== undefined && uid !== object.metadata.uid) {
        throw new AppError("conflict", `the UID in the precondition (${uid}) does not match`);
      }
      if (ref.kind === "Namespace") terminate(object);
      else store.remove(ref);
      return "deleted";
    },
    async logs({ namespace, pod, container, previous }) {
      await enter("logs", { apiVersion: "v1", kind: "Pod", namespace, name: pod });
      assertHasLog(namespace, pod);
      return cluster.logs.get(`${pod}/${container}${previous ? "/previous" : ""}`) ?? "";
    },
    async followLogs({ namespace, pod, container, tailLines }) {
      await enter("followLogs", { apiVersion: "v1", kind: "Pod", namespace, name: pod });
      assertHasLog(namespace, pod);
      const lines = (cluster.logs.get(`${pod}/${container}`) ?? "").split("\n").filter((line) => line !== "");
      return (async function* () {
        yield* tailLines === undefined ? lines : lines.slice(-tailLines);
      })();
    },
    async nodeStats(node) {
      await enter("nodeStats", { apiVersion: "v1", kind: "Node", name: node });
      const stats = cluster.stats.get(node);
      if (stats === undefined) throw new AppError("forbidden", `nodes "${node}" is forbidden: nodes/proxy`);
      return stats;
    },
    async serverVersion() {
      await enter("serverVersion");
      return "v1.37.2";
    },
  };

  const { view, setConnection } = createFakeView(store);

  const cluster: FakeCluster = {
    kube,
    view,
    objects: store,
    calls: [],
    logs: new Map(),
    stats: new Map(),
    holdNamespaces: false,
    put: (object) => store.put(object),
    remove: (ref) => store.remove(ref),
    get: (ref) => store.get(ref),
    fail(method, error = new AppError("unavailable", "The cluster does not answer (connect ECONNREFUSED).")) {
      failures.set(method, error);
    },
    heal(method) {
      if (method) failures.delete(method);
      else failures.clear();
    },
    releaseNamespace: (name) => store.remove({ apiVersion: "v1", kind: "Namespace", name }),
    makeReady: (namespace) => store.inNamespace(namespace).forEach(bringUp),
    edit(ref, change) {
      const object = store.get(ref);
      if (!object) throw new Error(`there is no ${ref.kind} ${ref.name}`);
      change(object);
      store.put(object);
    },
    setPodReady(namespace, name, ready) {
      cluster.edit({ apiVersion: "v1", kind: "Pod", namespace, name }, (pod) => {
        const status = pod.status as { conditions: { type: string; status: string }[] };
        for (const condition of status.conditions) condition.status = ready ? "True" : "False";
      });
    },
    warn(namespace, on, reason, message) {
      store.put({
        apiVersion: "v1",
        kind: "Event",
        metadata: { name: `${on.name}.${++warnings}`, namespace },
        type: "Warning",
        reason,
        message,
        involvedObject: { ...on, namespace },
        lastTimestamp: new Date().toISOString(),
      });
    },
    setConnection,
  };
  return cluster;
}
