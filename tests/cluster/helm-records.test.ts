import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Manifest } from "@/lib/helm/helm";
import { listReleases, recordDeployed, recordPending } from "@/lib/helm/release-store";
import { createHelm } from "@/lib/helm/render-chart";
import { connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { createKube } from "@/lib/kube/http-kube";
import type { KubeObject } from "@/lib/kube/kube-object";
import { freshName } from "../support/stores";
import { readTestInstallation } from "../support/test-installation";

const { HELM, KUBECONFIG, KUBE_CONTEXT } = readTestInstallation().env;
const release = freshName("records");
const namespace = `store-${release}`;
const connection = connectToCluster({ kubeconfig: KUBECONFIG, context: KUBE_CONTEXT });
const kube = createKube(connection);

beforeAll(async () => {
  await kube.create({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
});
afterAll(async () => {
  await kube.delete({ apiVersion: "v1", kind: "Namespace", name: namespace });
  connection.close();
});

async function helm(...args: string[]): Promise<string> {
  const cluster = ["--namespace", namespace, "--kubeconfig", KUBECONFIG as string];
  if (KUBE_CONTEXT) cluster.push("--kube-context", KUBE_CONTEXT);
  return (await promisify(execFile)(HELM as string, [...args, ...cluster])).stdout;
}
const helmJson = async (...args: string[]) => JSON.parse(await helm(...args, "--output", "json"));

/** As the platform does it. The claims ask for a class that is not there, so that no pod ever starts. */
async function deploy(title: string, cron: boolean): Promise<Manifest> {
  const values = {
    existingSecret: "store-credentials",
    storageClassName: "none",
    store: { title },
    cron: { enabled: cron },
  };
  const render = { chart: "charts/store", valuesFiles: ["values-local.yaml"], release, namespace, values };
  const manifest = await createHelm({ binary: HELM as string }).render(render);
  const pending = await recordPending(kube, render, manifest);
  for (const object of manifest.objects) await kube.apply(object, { fieldManager: "helm" });
  for (const ref of pending.prune) await kube.delete(ref);
  await recordDeployed(kube, pending);
  return manifest;
}

function find(apiVersion: string, kind: string, name: string): Promise<KubeObject | null> {
  return kube.find({ apiVersion, kind, namespace, name });
}
async function titleInCluster(): Promise<string | undefined> {
  const shop = await find("apps/v1", "Deployment", `${release}-shop`);
  return /"name":"STORE_TITLE","value":"([^"]*)"/.exec(JSON.stringify(shop))?.[1];
}
const cronJob = () => find("batch/v1", "CronJob", `${release}-cron`);

test("helm can list, inspect, roll back and upgrade a release that the platform applied", async () => {
  const first = await deploy("One", true);
  const second = await deploy("Two", false);
  expect(await cronJob()).toBeNull();

  expect(await helmJson("list")).toMatchObject([
    { name: release, namespace, revision: "2", status: "deployed", chart: "store-0.1.0" },
  ]);
  expect(await helmJson("history", release)).toMatchObject([
    { revision: 1, status: "superseded", description: "Install complete" },
    { revision: 2, status: "deployed", description: "Upgrade complete" },
  ]);
  expect(await helmJson("get", "values", release)).toMatchObject({
    store: { title: "Two", domain: "localhost" },
    cron: { enabled: false },
  });
  expect(await helmJson("get", "values", release, "--all")).toMatchObject({ store: { type: "woocommerce" } });
  expect((await helm("get", "manifest", release)).trim()).toBe(second.text.trim());
  await helm("status", release);

  await helm("rollback", release, "1");
  expect(await titleInCluster()).toBe("One");
  expect(await cronJob()).not.toBeNull();
  expect((await listReleases(kube, namespace, release)).at(-1)).toEqual({
    version: 3,
    status: "deployed",
    digest: first.digest,
    byPlatform: false,
  });

  await deploy("Three", true);
  expect(await titleInCluster()).toBe("Three");
  expect((await helmJson("history", release)).map(({ status }: { status: string }) => status)).toEqual([
    "superseded",
    "superseded",
    "superseded",
    "deployed",
  ]);

  await helm("upgrade", release, "charts/store", "--reuse-values", "--set", "store.title=Four");
  expect(await titleInCluster()).toBe("Four");
  const { digest: byHand, ...fifth } = (await listReleases(kube, namespace, release)).at(-1) ?? {};
  expect(fifth).toEqual({ version: 5, status: "deployed", byPlatform: false });

  expect((await deploy("Four", true)).digest).toBe(byHand);
  expect((await helmJson("list"))[0]).toMatchObject({ revision: "6", status: "deployed" });
});

test("a release that a crash left pending does not block helm after the platform continued", async () => {
  const other = { release: `${release}-b`, namespace, chart: "charts/store", valuesFiles: [] };
  const values = { existingSecret: "store-credentials" };
  const manifest = await createHelm({ binary: HELM as string }).render({ ...other, values });
  await recordPending(kube, { ...other, values }, { ...manifest, text: "", digest: "crashed", objects: [] });
  const pending = await recordPending(kube, { ...other, values }, manifest);
  await recordDeployed(kube, pending);
  expect(await helmJson("history", other.release)).toMatchObject([
    { revision: 1, status: "failed" },
    { revision: 2, status: "deployed" },
  ]);
  await helm("upgrade", other.release, "charts/store", "--reuse-values", "--dry-run=server");
});
