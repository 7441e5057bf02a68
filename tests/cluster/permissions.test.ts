import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { CapacityWatch } from "@/lib/diagnosis/capacity/watch-capacity";
import { createHelm } from "@/lib/helm/render-chart";
import { UsageSource } from "@/lib/inspect/usage/usage-source";
import { connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import { createClusterView } from "@/lib/kube/watch/watch-cluster";
import { kubectl } from "../support/kubectl";
import { freshName } from "../support/stores";
import { readTestInstallation } from "../support/test-installation";

const { env } = readTestInstallation();
const { KUBECONFIG = "", KUBE_CONTEXT = "", HELM = "" } = env;
const name = freshName("allowed");
const namespace = `store-${name}`;
const group = "rbac.authorization.k8s.io";

const admin = connectToCluster({ kubeconfig: KUBECONFIG, context: KUBE_CONTEXT });
const adminKube = createKube(admin);
const role: KubeObject = parse(readFileSync("charts/platform/cluster-role.yaml", "utf8"));
const binding: KubeObject = {
  apiVersion: `${group}/v1`,
  kind: "ClusterRoleBinding",
  metadata: { name },
  roleRef: { apiGroup: group, kind: "ClusterRole", name },
  subjects: [{ kind: "ServiceAccount", name, namespace: "default" }],
};
const account: KubeObject = {
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name, namespace: "default" },
};
let limited: ReturnType<typeof connectToCluster>;
let kube: Kube;

beforeAll(async () => {
  role.metadata.name = name;
  for (const object of [account, role, binding]) await adminKube.create(object);
  limited = connectToCluster({ kubeconfig: await writeTokenKubeconfig() });
  kube = createKube(limited);
});
afterAll(async () => {
  for (const object of [binding, role, account]) {
    await adminKube.delete({ ...object, ...object.metadata } as unknown as ObjectRef);
  }
  await adminKube.delete({ apiVersion: "v1", kind: "Namespace", name: namespace });
  limited.close();
  admin.close();
});

/** A kubeconfig for the cluster of the tests, signed in as the limited account. */
async function writeTokenKubeconfig(): Promise<string> {
  const token = (await kubectl("create", "token", name, "--namespace", "default")).trim();
  const config = JSON.parse(await kubectl("config", "view", "--minify", "--flatten", "--raw", "-o", "json"));
  config.users = [{ name: config.contexts[0].context.user, user: { token } }];
  const file = join(mkdtempSync(join(tmpdir(), "storeyard-limited-")), "kubeconfig");
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}

test("a store is prepared, applied, watched, recorded and deleted with these permissions alone", async () => {
  const labels = { "storeyard.dev/store": name, "pod-security.kubernetes.io/enforce": "restricted" };
  const view = createClusterView(limited);
  await view.start();
  try {
    const space: KubeObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels } };
    await kube.apply(space, { fieldManager: "storeyard" });
    const secret: KubeObject = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", namespace },
      type: "Opaque",
    };
    const stored = await kube.create(secret);
    await kube.replace(stored);
    expect(await kube.list("v1", "Secret", { namespace })).toHaveLength(1);
    expect(await kube.find({ apiVersion: "v1", kind: "Secret", namespace, name: "s" })).not.toBeNull();
    expect(await kube.delete({ apiVersion: "v1", kind: "Secret", namespace, name: "s" })).toBe("deleted");

    // A class that does not exist keeps the pods from starting: this is about permissions alone.
    const values = { existingSecret: "s", storageClassName: "none" };
    const input = {
      chart: "charts/store",
      valuesFiles: ["values-local.yaml"],
      release: name,
      namespace,
      values,
    };
    const { objects } = await createHelm({ binary: HELM }).render(input);
    for (const object of objects) await kube.apply(object, { fieldManager: "helm" });
    for (const { apiVersion, kind, metadata } of objects) {
      expect(await kube.delete({ apiVersion, kind, namespace, name: metadata.name })).toBe("deleted");
    }
    await kube.delete({ apiVersion: "v1", kind: "Pod", namespace, name: "none" });
    await expect(kube.logs({ namespace, pod: "none", container: "c", tailLines: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
    await kube.delete({ apiVersion: "v1", kind: "Namespace", name: namespace });
  } finally {
    view.close();
  }
});

test("the capacity of the nodes and the requests of all pods can be read with these permissions", async () => {
  const capacity = new CapacityWatch(limited);
  capacity.start();
  try {
    await expect.poll(() => capacity.capacity(), { timeout: 20_000 }).not.toBeNull();
    expect(capacity.capacity()?.allocatable.cpuMillis).toBeGreaterThan(0);
  } finally {
    capacity.close();
  }
});

test("usage is read from the metrics API alone, and the refusal of the kubelets is no error", async () => {
  const node = (await kube.list("v1", "Node"))[0]?.metadata.name ?? "";
  const { nodes, metrics } = await new UsageSource(kube).read([node]);
  expect(nodes.get(node)).toEqual({ is: "refused" });
  // Served or not, it is nothing that these permissions forbid.
  expect(["read", "absent"]).toContain(metrics?.is);
});

test.each([
  ["create", "", "pods", "exec"],
  ["create", "", "pods", "attach"],
  ["create", "", "pods", "portforward"],
  ["create", "", "pods", ""],
  ["watch", "", "secrets", ""],
  ["patch", "", "secrets", ""],
  ["create", "", "serviceaccounts", "token"],
  ["get", "", "nodes", ""],
  ["get", "", "nodes", "proxy"],
  ["patch", "", "nodes", ""],
  ["list", "", "persistentvolumes", ""],
  ["patch", "apps", "deployments", "scale"],
  ["create", group, "roles", ""],
  ["create", group, "rolebindings", ""],
  ["escalate", group, "clusterroles", ""],
  ["create", "admissionregistration.k8s.io", "validatingwebhookconfigurations", ""],
  ["create", "apiextensions.k8s.io", "customresourcedefinitions", ""],
  ["impersonate", "", "users", ""],
  ["deletecollection", "", "namespaces", ""],
])("%s %s/%s %s is refused", async (verb, apiGroup, resource, subresource) => {
  const review = await kube.create({
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    metadata: {} as KubeObject["metadata"],
    spec: { resourceAttributes: { verb, group: apiGroup, resource, subresource, namespace: "default" } },
  });
  expect((review.status as { allowed: boolean }).allowed).toBe(false);
});
