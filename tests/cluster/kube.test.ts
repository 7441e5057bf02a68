import { afterAll, beforeAll, expect, test } from "vitest";
import { explainRefusal } from "@/lib/diagnosis/causes/explain-refusal";
import { explainNotReady } from "@/lib/diagnosis/explain-not-ready";
import { isServing, observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { createHelm } from "@/lib/helm/render-chart";
import type { ClusterView, NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import type { KubeObject } from "@/lib/kube/kube-object";
import { createClusterView } from "@/lib/kube/watch/watch-cluster";
import { fingerprintSpec } from "@/lib/reconcile/fingerprint-spec";
import { startCuttableCluster } from "../support/cuttable-cluster";
import { describeKubePorts } from "../support/kube-port-suite";
import { kubectl } from "../support/kubectl";
import { freshName } from "../support/stores";
import { readTestInstallation } from "../support/test-installation";

const { env } = readTestInstallation();
const { KUBECONFIG, KUBE_CONTEXT, HELM = "", WORDPRESS_IMAGE, MARIADB_IMAGE } = env;
const { parts } = woocommerceProfile;
const name = freshName("kube");
const namespace = `store-${name}`;
const labels = { "storeyard.dev/store": name };
const manager = { fieldManager: "helm" };

const connection = connectToCluster({ kubeconfig: KUBECONFIG, context: KUBE_CONTEXT });
const kube = createKube(connection);
const view = createClusterView(connection);

beforeAll(async () => {
  await view.start();
  await kube.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels } }, manager);
});
afterAll(async () => {
  await kube.delete({ apiVersion: "v1", kind: "Namespace", name: namespace });
  view.close();
  connection.close();
});

function until(watched: ClusterView, test: (snapshot: NamespaceSnapshot) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = watched.onChange(check);
    function check() {
      if (!test(watched.snapshot(namespace))) return;
      stop();
      resolve();
    }
    check();
  });
}

function configMap(suffix: string, data: Record<string, string>): KubeObject {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: `map-${suffix}`, namespace, labels },
    data,
  };
}
const keyOf = ({ kind, metadata }: KubeObject) => `${kind}/${metadata.name}`;

test("a store's objects keep their fingerprints while controllers update them, until somebody edits one", async () => {
  const keys = ["database-password", "admin-password", "platform-key", "wordpress-salt"];
  const stringData = Object.fromEntries(keys.map((key) => [key, "only-for-this-test-0123456789abcdef"]));
  await kube.create({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "store-credentials", namespace },
    stringData,
  });
  const images = { wordpress: WORDPRESS_IMAGE, mariadb: MARIADB_IMAGE };
  const values = { existingSecret: "store-credentials", images, store: { type: "wordpress" } };
  const input = {
    chart: "charts/store",
    valuesFiles: ["values-local.yaml"],
    release: name,
    namespace,
    values,
  };
  const { objects } = await createHelm({ binary: HELM }).render(input);
  const applied = new Map<string, string>();
  for (const object of objects)
    applied.set(keyOf(object), fingerprintSpec(await kube.apply(object, manager)));

  const changed = () =>
    view
      .snapshot(namespace)
      .objects.filter((object) => applied.has(keyOf(object)))
      .filter((object) => applied.get(keyOf(object)) !== fingerprintSpec(object))
      .map(keyOf);

  await until(view, (snapshot) => {
    const workloads = observeWorkloads({ ...snapshot, parts });
    return isServing(workloads) && workloads.volumes === "ready";
  });
  const seen = view.snapshot(namespace).objects.map(keyOf);
  expect([...applied.keys()].filter((key) => !seen.includes(key))).toEqual([]);
  expect(changed()).toEqual([]);
  expect(explainNotReady({ ...view.snapshot(namespace), parts })).toEqual([]);

  await kubectl("scale", "deployment", `${name}-shop`, "--replicas=0", "--namespace", namespace);
  await until(view, () => changed().length > 0);
  expect(changed()).toEqual([`Deployment/${name}-shop`]);
});

describeKubePorts("a cluster", freshName("ports"), () => ({ kube, view }));

test("a claim above the quota is refused with a message", async () => {
  const claim: KubeObject = {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "huge", namespace, labels },
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "900Gi" } } },
  };
  const refused = await kube.apply(claim, manager).catch((error: Error) => error);
  expect(refused).toMatchObject({ code: "forbidden" });
  expect(explainRefusal("disk", (refused as Error).message, { parts }).message).toMatch(
    /^The store's quota has no capacity left for the disk \(disk: 900 GB requested, .* in use\)\.$/,
  );
});

test("objects that were deleted while the connection was cut are reported after it is restored", async () => {
  const proxy = await startCuttableCluster();
  const distant = connectToCluster({ kubeconfig: proxy.kubeconfig });
  const watched = createClusterView(distant);
  const holds = (suffix: string) => (snapshot: NamespaceSnapshot) =>
    snapshot.objects.some(({ metadata }) => metadata.name === `map-${suffix}`);
  try {
    await kube.apply(configMap("before", {}), manager);
    await watched.start();
    await until(watched, holds("before"));

    const lost = new Promise<void>((resolve) => {
      watched.onConnection(({ state }) => state === "reconnecting" && resolve());
    });
    proxy.cut();
    await lost;
    await kube.delete({ apiVersion: "v1", kind: "ConfigMap", namespace, name: "map-before" });
    await kube.apply(configMap("after", {}), manager);
    expect(watched.snapshot(namespace).objects.map(({ metadata }) => metadata.name)).toContain("map-before");

    const told: string[] = [];
    watched.onChange(({ type, object }) => told.push(`${type} ${object.metadata.name}`));
    const back = new Promise<void>((resolve) => {
      watched.onConnection(({ state }) => state === "connected" && resolve());
    });
    proxy.restore();
    await back;
    await until(watched, holds("after"));
    await until(watched, (snapshot) => !holds("before")(snapshot));
    expect(told).toEqual(expect.arrayContaining(["deleted map-before", "added map-after"]));
  } finally {
    watched.close();
    distant.close();
    await proxy.close();
  }
});
