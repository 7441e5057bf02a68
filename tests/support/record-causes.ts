/**
 * Provokes each cause on a real cluster and records what the watches then hold, for the unit tests:
 *   KUBECONFIG=… HELM=… WORDPRESS_IMAGE=… MARIADB_IMAGE=… node --import tsx tests/support/record-causes.ts [situation…]
 */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { explainNotReady } from "@/lib/diagnosis/explain-not-ready";
import type { StoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import type { Cause } from "@/lib/domain/cause";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { createHelm } from "@/lib/helm/render-chart";
import type { ClusterView, NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject } from "@/lib/kube/kube-object";
import { createClusterView } from "@/lib/kube/watch/watch-cluster";
import { buildProvocations } from "./provocations/build-provocations";
import type { Provocation } from "./provocations/provocation";

const { KUBECONFIG, KUBE_CONTEXT, HELM = "helm", WORDPRESS_IMAGE, MARIADB_IMAGE } = process.env;
const { parts } = woocommerceProfile;
const patienceMs = 180_000;
const kept = new Set(["Pod", "PersistentVolumeClaim", "Deployment", "StatefulSet", "ReplicaSet", "CronJob"]);
const alwaysApplied = new Set(["ServiceAccount", "ResourceQuota", "LimitRange"]);

const connection = connectToCluster({ kubeconfig: KUBECONFIG, context: KUBE_CONTEXT });
const kube: Kube = createKube(connection);
const view: ClusterView = createClusterView(connection);

async function record(situation: string, provocation: Provocation): Promise<string> {
  const namespace = `store-${situation}`;
  for (const object of provocation.clusterObjects ?? []) await kube.apply(object, { fieldManager: "test" });
  try {
    await prepare(namespace, situation, provocation);
    const snapshot = await waitUntil(namespace, (seen) => isProvoked(provocation, seen));
    const objects = snapshot.objects.filter((object) => kept.has(object.kind) && !isSettled(object));
    const file = `lib/diagnosis/fixtures/${situation}.json`;
    writeFileSync(file, `${JSON.stringify({ ...snapshot, objects })}\n`);
    return explainAfterAll({ ...snapshot, parts })
      .map(({ message, next }) => `${message} ${next ?? ""}`)
      .join("\n    ");
  } finally {
    await cleanUp(namespace);
    for (const object of provocation.clusterObjects ?? []) {
      await kube.delete({ apiVersion: object.apiVersion, kind: object.kind, name: object.metadata.name });
    }
  }
}

async function prepare(namespace: string, situation: string, provocation: Provocation): Promise<void> {
  const labels = {
    "storeyard.dev/store": situation,
    "pod-security.kubernetes.io/enforce": provocation.podSecurity ?? "restricted",
  };
  await kube.apply(
    { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels } },
    { fieldManager: "storeyard" },
  );
  if (!provocation.withoutSecret) await kube.create(buildSecret(namespace));
  const values = mergeValues(
    {
      existingSecret: "store-credentials",
      images: { wordpress: WORDPRESS_IMAGE, mariadb: MARIADB_IMAGE },
      cron: { enabled: provocation.only === "cron" },
    },
    provocation.values ?? {},
  );
  const input = {
    chart: "charts/store",
    valuesFiles: ["values-local.yaml"],
    release: situation,
    namespace,
    values,
  };
  const { objects } = await createHelm({ binary: HELM }).render(input);
  const wanted = structuredClone(objects).filter(({ kind, metadata }) => {
    const component = metadata.labels?.["app.kubernetes.io/component"];
    return !provocation.only || component === provocation.only || alwaysApplied.has(kind);
  });
  provocation.change?.(wanted, namespace);
  for (const object of wanted) await kube.apply(object, { fieldManager: "helm" });
  if (provocation.terminating) await kube.delete({ apiVersion: "v1", kind: "Namespace", name: namespace });
}

/** The causes, as if the situation had lasted: some count only after a while. */
function explainAfterAll(snapshot: StoreSnapshot): Cause[] {
  return explainNotReady(snapshot, new Map(), new Date("2100-01-01T00:00:00Z"));
}

/** A ReplicaSet with all its pods adds nothing to them. */
function isSettled({ kind, spec, status }: KubeObject): boolean {
  const [wanted, there] = [spec, status].map((part) => (part as { replicas?: number } | undefined)?.replicas);
  return kind === "ReplicaSet" && wanted === there;
}

function isProvoked({ code, until }: Provocation, snapshot: NamespaceSnapshot): boolean {
  const causes = explainAfterAll({ ...snapshot, parts });
  const workloads = snapshot.objects.filter(({ kind }) => kept.has(kind));
  if (!code) return causes.length === 0 && workloads.length > 4;
  if (!causes.some((cause) => cause.code === code)) return false;
  return !until || until.test(JSON.stringify([causes, snapshot.objects]));
}

function waitUntil(
  namespace: string,
  test: (seen: NamespaceSnapshot) => boolean,
): Promise<NamespaceSnapshot> {
  return new Promise((resolve, reject) => {
    const stop = view.onChange(check);
    const timer = setTimeout(() => {
      stop();
      const { objects, warnings } = view.snapshot(namespace);
      const seen = JSON.stringify([
        explainAfterAll({ ...view.snapshot(namespace), parts }),
        warnings.map(({ reason, message }) => [reason, message]),
        objects.filter(({ kind }) => kind === "Pod").map(({ status }) => status),
      ]);
      reject(new Error(`${namespace} was not provoked: ${seen}`));
    }, patienceMs);
    function check() {
      const snapshot = view.snapshot(namespace);
      if (!test(snapshot)) return;
      stop();
      clearTimeout(timer);
      resolve(snapshot);
    }
    check();
  });
}

async function cleanUp(namespace: string): Promise<void> {
  await kube.delete({ apiVersion: "v1", kind: "Namespace", name: namespace });
  for (const object of view.snapshot(namespace).objects) {
    const { apiVersion, kind, metadata } = object;
    if (metadata.finalizers?.includes("storeyard.dev/held")) {
      await kube.replace({ ...object, metadata: { ...metadata, finalizers: [] } });
    }
    if (kept.has(kind)) await kube.delete({ apiVersion, kind, namespace, name: metadata.name });
  }
}

function buildSecret(namespace: string): KubeObject {
  const keys = ["database-password", "admin-password", "platform-key", "wordpress-salt"];
  const stringData = Object.fromEntries(keys.map((key) => [key, "only-for-this-recording-0123456789"]));
  return { apiVersion: "v1", kind: "Secret", metadata: { name: "store-credentials", namespace }, stringData };
}

function mergeValues(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = base[key];
    merged[key] = old && value && typeof value === "object" ? { ...old, ...value } : value;
  }
  return merged;
}

/** A registry without images, which refuses in the way that the repository's name selects. */
async function startRegistry(): Promise<{ address: string; server: http.Server }> {
  const server = http.createServer(({ url = "" }, response) => {
    const [status, code] = url.includes("/denied/")
      ? [403, "DENIED"]
      : url.includes("/broken/")
        ? [503, "UNAVAILABLE"]
        : [404, "MANIFEST_UNKNOWN"];
    response.writeHead(url === "/v2/" ? 200 : status, { "content-type": "application/json" });
    response.end(JSON.stringify({ errors: [{ code, message: "refused for the test" }] }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

await view.start();
const registry = await startRegistry();
const all = Object.entries(buildProvocations(registry.address));
const chosen = process.argv.slice(2);
const queue = all.filter(([situation]) => chosen.length === 0 || chosen.includes(situation));
await Promise.all(
  Array.from({ length: 3 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [situation, provocation] = next;
      const outcome = await record(situation, provocation).catch(
        (error: Error) => `NOT RECORDED: ${error.message}`,
      );
      console.log(`${situation}\n    ${outcome}`);
    }
  }),
);
registry.server.close();
view.close();
connection.close();
