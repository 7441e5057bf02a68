import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClusterView, NamespaceSnapshot, ViewChange } from "@/lib/kube/cluster-view";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";

export interface KubePorts {
  kube: Kube;
  /** Started. */
  view: ClusterView;
}

/**
 * The shared tests of all implementations of the Kubernetes ports. The fake cluster and the real one run them, so that
 * a unit test on the fake also holds on a cluster. They use a namespace of their own, and delete it.
 */
export function describeKubePorts(implementation: string, name: string, open: () => KubePorts): void {
  const namespace = `store-${name}`;
  const labels = { "storeyard.dev/store": name };
  const manager = { fieldManager: "helm" };
  const space: KubeObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels } };

  const configMap = (suffix: string, data: Record<string, string>, own = {}): KubeObject => {
    const metadata = { name: `map-${suffix}`, namespace, labels, ...own };
    return { apiVersion: "v1", kind: "ConfigMap", metadata, data };
  };
  const refOf = ({ apiVersion, kind, metadata }: KubeObject): ObjectRef => {
    return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
  };

  describe(`the Kubernetes ports of ${implementation}`, () => {
    let kube: Kube;
    let view: ClusterView;

    beforeAll(async () => {
      ({ kube, view } = open());
      await kube.apply(space, manager);
      await until((snapshot) => snapshot.namespace !== null);
    });
    afterAll(async () => {
      await kube.delete(refOf(space));
    });

    function until(holds: (snapshot: NamespaceSnapshot) => boolean): Promise<void> {
      return new Promise((resolve) => {
        const stop = view.onChange(check);
        function check(): void {
          if (!holds(view.snapshot(namespace))) return;
          stop();
          resolve();
        }
        check();
      });
    }
    const named = (snapshot: NamespaceSnapshot, object: KubeObject) =>
      snapshot.objects.find(({ metadata }) => metadata.name === object.metadata.name);

    test("an object is found once it is created, and absent once it is deleted", async () => {
      const map = configMap("life", { a: "1" });
      expect(await kube.find(refOf(map))).toBeNull();
      expect(await kube.delete(refOf(map))).toBe("absent");
      const created = await kube.create(map);
      expect(created.metadata.uid).toBeTruthy();
      expect((await kube.find(refOf(map)))?.data).toEqual({ a: "1" });
      expect(await kube.delete(refOf(map))).toBe("deleted");
      expect(await kube.find(refOf(map))).toBeNull();
    });

    test("a delete with a uid keeps another object of the same name", async () => {
      const map = configMap("spared", {});
      const { metadata } = await kube.create(map);
      await expect(kube.delete(refOf(map), { uid: "another" })).rejects.toMatchObject({ code: "conflict" });
      expect(await kube.delete(refOf(map), { uid: metadata.uid })).toBe("deleted");
    });

    test("a dry run returns the object and stores nothing", async () => {
      const map = configMap("rehearsed", { a: "1" });
      await kube.apply(map, { fieldManager: "tests" });
      const changed = { ...map, data: { a: "2" } };
      const seen = await kube.apply(changed, { fieldManager: "tests", dryRun: true });
      expect(seen.data).toEqual({ a: "2" });
      expect((await kube.find(refOf(map)))?.data).toEqual({ a: "1" });
    });

    test("a name can be used once, and a recreated object has another uid", async () => {
      const map = configMap("twice", {});
      const first = await kube.create(map);
      await expect(kube.create(map)).rejects.toMatchObject({ code: "conflict" });
      await kube.delete(refOf(map));
      expect((await kube.create(map)).metadata.uid).not.toBe(first.metadata.uid);
    });

    test("replacing an older version is a conflict", async () => {
      const created = await kube.create(configMap("stale", { a: "1" }));
      const replaced = await kube.replace({ ...created, data: { a: "2" } });
      expect(replaced.data).toEqual({ a: "2" });
      await expect(kube.replace({ ...created, data: { a: "3" } })).rejects.toMatchObject({
        code: "conflict",
      });
    });

    test("an apply takes over fields of other managers, and removes its own fields that it no longer contains", async () => {
      await kube.create(configMap("fields", { kept: "by hand", taken: "by hand" }));
      await kube.apply(configMap("fields", { taken: "ours", dropped: "ours" }), manager);
      const stored = await kube.apply(configMap("fields", { taken: "ours" }), manager);
      expect(stored.data).toEqual({ kept: "by hand", taken: "ours" });
    });

    test("each field manager keeps its own fields", async () => {
      await kube.apply(configMap("managers", { a: "ours" }), manager);
      await kube.apply(configMap("managers", { b: "theirs" }), { fieldManager: "other" });
      const stored = await kube.apply(configMap("managers", { a: "ours too" }), manager);
      expect(stored.data).toEqual({ a: "ours too", b: "theirs" });
    });

    test("the same apply again changes nothing", async () => {
      const stored = await kube.apply(configMap("quiet", { a: "1" }), manager);
      const again = await kube.apply(configMap("quiet", { a: "1" }), manager);
      expect(again.metadata.resourceVersion).toBe(stored.metadata.resourceVersion);
    });

    test("objects in an unknown namespace and invalid names are refused", async () => {
      const elsewhere = configMap("elsewhere", {}, { namespace: "store-that-does-not-exist" });
      await expect(kube.apply(elsewhere, manager)).rejects.toMatchObject({ code: "not_found" });
      const misnamed = configMap("", {}, { name: "Not a name" });
      await expect(kube.apply(misnamed, manager)).rejects.toMatchObject({ code: "invalid" });
    });

    test("a list contains the objects with the label, with kind and apiVersion", async () => {
      await kube.create(configMap("listed", {}, { labels: { ...labels, colour: "blue" } }));
      const listed = await kube.list("v1", "ConfigMap", { namespace, labelSelector: "colour=blue" });
      expect(listed).toMatchObject([
        { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "map-listed" } },
      ]);
      const counted = await kube.list("v1", "ConfigMap", { namespace, labelSelector: "colour" });
      expect(counted).toHaveLength(1);
    });

    test("the view holds an object that changed before it reports the change", async () => {
      const map = configMap("watched", { a: "1" });
      const reported: string[] = [];
      const stop = view.onChange(({ type, object }: ViewChange) => {
        if (object.metadata.name !== map.metadata.name) return;
        reported.push(type);
        const seen = named(view.snapshot(namespace), map);
        if (type === "deleted") expect(seen).toBeUndefined();
        else expect(seen?.metadata.resourceVersion).toBe(object.metadata.resourceVersion);
      });
      await kube.apply(map, manager);
      await until((snapshot) => named(snapshot, map) !== undefined);
      await kube.apply(configMap("watched", { a: "2" }), manager);
      await until((snapshot) => (named(snapshot, map)?.data as { a?: string } | undefined)?.a === "2");
      await kube.delete(refOf(map));
      await until((snapshot) => named(snapshot, map) === undefined);
      stop();
      expect(reported).toEqual(["added", "modified", "deleted"]);
    });

    test("the view holds no object without the store's label", async () => {
      await kube.create(configMap("unlabelled", {}, { labels: {} }));
      const marker = configMap("marker", {});
      await kube.create(marker);
      await until((snapshot) => named(snapshot, marker) !== undefined);
      expect(view.snapshot(namespace).objects.map(({ metadata }) => metadata.name)).not.toContain(
        "map-unlabelled",
      );
    });

    test("the log of a pod that does not exist is not found", async () => {
      const request = { namespace, pod: "no-such-pod", container: "shop", tailLines: 5 };
      await expect(kube.logs(request)).rejects.toMatchObject({ code: "not_found" });
      const { signal } = new AbortController();
      await expect(kube.followLogs(request, signal)).rejects.toMatchObject({ code: "not_found" });
    });

    test("the server reports its version", async () => {
      expect(await kube.serverVersion()).toMatch(/^v1\.\d+\.\d+/);
    });

    test("a deleted namespace disappears from the view with its objects", async () => {
      expect(await kube.delete(refOf(space))).toBe("deleted");
      await until(({ namespace: left, objects }) => left === null && objects.length === 0);
      expect(await kube.find(refOf(space))).toBeNull();
      expect(await kube.delete(refOf(space))).toBe("absent");
    });
  });
}
