import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import { toStoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import type { ClusterView } from "@/lib/kube/cluster-view";
import { type ClusterConnection, connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import type { Kube } from "@/lib/kube/kube";
import { createClusterView } from "@/lib/kube/watch/watch-cluster";
import { describeKubePorts } from "../kube-port-suite";
import { type FakeApi, startFakeApi, writeFakeKubeconfig } from "./start-fake-api";

const labels = { "storeyard.dev/store": "blue", "app.kubernetes.io/component": "shop" };
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "store-blue", labels } };
const shop = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "blue-shop", namespace: "store-blue", labels },
  spec: { replicas: 1, template: { metadata: { labels }, spec: { containers: [{ name: "shop" }] } } },
};
const rule = {
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  metadata: { name: "no-shops" },
  spec: {
    matchConstraints: { objectSelector: { matchLabels: labels } },
    validations: [{ message: "no shops on Sundays" }],
  },
};

let api: FakeApi;
let connection: ClusterConnection;
let kube: Kube;
let view: ClusterView;

beforeAll(async () => {
  api = await startFakeApi({ removeMs: 20 });
  connection = connectToCluster({ kubeconfig: writeFakeKubeconfig(api.port) });
  kube = createKube(connection);
  view = createClusterView(connection);
  await view.start();
});

afterAll(async () => {
  view.close();
  connection.close();
  await api.close();
});

describeKubePorts("the fake API server", "suite", () => ({ kube, view }));

afterEach(async () => {
  await kube.delete({ apiVersion: "v1", kind: "Namespace", name: "store-blue" });
  await until(() => snapshot().namespace === null && snapshot().objects.length === 0);
});

const snapshot = () => view.snapshot("store-blue");

/** Waits for the watches to show it. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (holds()) resolve();
    };
    view.onChange(check);
    check();
  });
}

function observe() {
  return observeWorkloads(toStoreSnapshot(snapshot(), woocommerceProfile.parts));
}

function shopState() {
  return observe().parts.shop;
}

async function applyShop(): Promise<void> {
  await kube.apply(namespace, { fieldManager: "tests" });
  await kube.apply(shop, { fieldManager: "tests" });
}

describe("the real client with the fake API server", () => {
  it("sees an applied workload become ready, with a log, and be deleted with its namespace", async () => {
    await applyShop();
    await until(() => shopState() === "ready");
    const pod = { namespace: "store-blue", pod: "blue-shop-0", container: "shop", tailLines: 10 };
    expect(await kube.logs(pod)).toContain("Set-up done");
    await kube.delete({ apiVersion: "v1", kind: "Namespace", name: "store-blue" });
    await until(() => snapshot().namespace === null && snapshot().objects.length === 0);
  });

  it("sees the message of a rule that refuses pods, and the pods after the rule is deleted", async () => {
    await kube.apply(rule, { fieldManager: "tests" });
    await applyShop();
    await until(() => snapshot().warnings.length > 0);
    expect(snapshot().warnings[0]?.message).toContain("denied request: no shops on Sundays");
    expect(shopState()).toBe("starting");
    await kube.delete({ apiVersion: rule.apiVersion, kind: rule.kind, name: rule.metadata.name });
    await until(() => shopState() === "ready");
  });

  it("sees a deleted pod disappear and be recreated", async () => {
    await applyShop();
    await until(() => shopState() === "ready");
    await kube.delete({ apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: "blue-shop-0" });
    await until(() => observe().pods.length === 0);
    await until(() => shopState() === "ready");
  });

  it("gets an error for an object that exists and for a namespace that does not exist", async () => {
    await kube.create(namespace);
    await expect(kube.create(namespace)).rejects.toMatchObject({ code: "conflict" });
    const lost = { ...shop, metadata: { ...shop.metadata, namespace: "store-lost" } };
    await expect(kube.apply(lost, { fieldManager: "tests" })).rejects.toMatchObject({ code: "not_found" });
    expect(await kube.find({ apiVersion: "v1", kind: "Namespace", name: "store-lost" })).toBeNull();
  });
});
