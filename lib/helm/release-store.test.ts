import { beforeEach, expect, test } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { createFakeCluster, type FakeCluster } from "@/tests/support/fake-kube";
import { buildManifest } from "./build-manifest";
import type { Manifest, RenderInput } from "./helm";
import { readRelease, releaseSecretName } from "./release-secret";
import { listReleases, recordDeployed, recordFailed, recordPending } from "./release-store";

const render: RenderInput = {
  chart: "charts/store",
  valuesFiles: ["values-local.yaml"],
  release: "lamps",
  namespace: "store-lamps",
  values: { store: { title: "Lamps" } },
};

function manifestOf(...names: string[]): Manifest {
  const documents = names.map((name) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}`);
  return buildManifest(documents.join("\n---\n"), { name: render.release, namespace: render.namespace });
}

let cluster: FakeCluster;
beforeEach(() => {
  cluster = createFakeCluster();
  cluster.put({ apiVersion: "v1", kind: "Namespace", metadata: { name: render.namespace } });
});

function recordOf(version: number) {
  const name = releaseSecretName(render.release, version);
  const secret = cluster.get({ apiVersion: "v1", kind: "Secret", namespace: render.namespace, name });
  return secret && readRelease(secret);
}
const pend = (manifest: Manifest) => recordPending(cluster.kube, render, manifest);
const statuses = async () =>
  (await listReleases(cluster.kube, render.namespace, render.release)).map(
    ({ version, status }) => `${version} ${status}`,
  );
async function deploy(manifest: Manifest) {
  const pending = await pend(manifest);
  await recordDeployed(cluster.kube, pending);
  return pending;
}

test("a first release is pending, then deployed", async () => {
  const manifest = manifestOf("a");
  const pending = await pend(manifest);
  expect(await statuses()).toEqual(["1 pending-install"]);
  expect(pending.prune).toEqual([]);
  await recordDeployed(cluster.kube, pending);
  expect(await listReleases(cluster.kube, render.namespace, render.release)).toEqual([
    { version: 1, status: "deployed", digest: manifest.digest, byPlatform: true },
  ]);
  expect(recordOf(1)).toMatchObject({
    info: { status: "deployed", description: "Install complete" },
    chart: { metadata: { name: "store" }, values: { store: { type: "woocommerce" } } },
    config: { store: { title: "Lamps", domain: "localhost" }, dns: { ipBlocks: ["10.244.0.1/32"] } },
    manifest: manifest.text,
  });
});

test("an upgrade supersedes the deployed release and lists what it dropped", async () => {
  const first = await deploy(manifestOf("a", "b"));
  const second = await pend(manifestOf("a"));
  expect(await statuses()).toEqual(["1 deployed", "2 pending-upgrade"]);
  expect(second.prune.map(({ name, namespace }) => `${namespace}/${name}`)).toEqual(["store-lamps/b"]);
  expect(second.record.info.first_deployed).toBe(first.record.info.first_deployed);
  await recordDeployed(cluster.kube, second);
  expect(await statuses()).toEqual(["1 superseded", "2 deployed"]);
  expect(recordOf(1)).toMatchObject({
    info: { status: "superseded" },
  });
});

test("a release that a crash left pending is continued", async () => {
  await deploy(manifestOf("a", "b"));
  const crashed = await pend(manifestOf("a"));
  const again = await pend(manifestOf("a"));
  expect(again.version).toBe(crashed.version);
  expect(again.prune).toEqual(crashed.prune);
  await recordDeployed(cluster.kube, again);
  expect(await statuses()).toEqual(["1 superseded", "2 deployed"]);
});

test("another pending release does not block, and its objects are pruned", async () => {
  await deploy(manifestOf("a", "b"));
  await pend(manifestOf("a", "c"));
  const next = await pend(manifestOf("a"));
  expect(next.version).toBe(3);
  expect(next.prune.map(({ name }) => name).sort()).toEqual(["b", "c"]);
  await recordDeployed(cluster.kube, next);
  expect(await statuses()).toEqual(["1 superseded", "2 failed", "3 deployed"]);
});

test("a failed install is followed by an install", async () => {
  await recordFailed(cluster.kube, await pend(manifestOf("a")), "the quota is used up");
  expect(recordOf(1)).toMatchObject({
    info: { status: "failed", description: "the quota is used up" },
  });
  await pend(manifestOf("b"));
  expect(await statuses()).toEqual(["1 failed", "2 pending-install"]);
});

test("the last ten releases are kept, in the order of their revisions", async () => {
  for (let number = 1; number <= 12; number++) await deploy(manifestOf(`n${number}`));
  const kept = await statuses();
  expect(kept).toHaveLength(10);
  expect(kept[0]).toBe("3 superseded");
  expect(kept.at(-1)).toBe("12 deployed");
});

test("a concurrent release of the same revision is a conflict", async () => {
  const pending = await pend(manifestOf("a"));
  const name = pending.secret.metadata.name;
  const touch = (object: KubeObject) => Object.assign(object.metadata.labels ?? {}, { team: "red" });
  cluster.edit({ apiVersion: "v1", kind: "Secret", namespace: render.namespace, name }, touch);
  await expect(recordDeployed(cluster.kube, pending)).rejects.toMatchObject({ code: "conflict" });
});
