import type { Kube } from "@/lib/kube/kube";
import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import type { Manifest, RenderInput } from "./helm";
import { parseManifest } from "./parse-manifest";
import { pruneList } from "./prune-list";
import { readChart } from "./read-chart";
import { markReleaseObjects } from "./release-objects";
import { buildReleaseRecord, type ReleaseRecord, withStatus } from "./release-record";
import { buildReleaseSecret, type ReleaseSummary, readRelease, summarizeRelease } from "./release-secret";

const keptReleases = 10;

/** A release that is being applied. */
export interface PendingRelease {
  version: number;
  /** What earlier releases applied and this one dropped: to be deleted once this one is applied. */
  prune: ObjectRef[];
  /** The objects of the deployed release, which a refused one goes back to; none before the first. */
  before: KubeObject[];
  record: ReleaseRecord;
  secret: KubeObject;
  /** The Secrets of the releases before it, oldest first. */
  earlier: KubeObject[];
}

/** Every Helm release of this name in the namespace, oldest first, including manual ones. */
export async function listReleases(
  kube: Kube,
  namespace: string,
  release: string,
): Promise<ReleaseSummary[]> {
  return (await listSecrets(kube, namespace, release)).map(summarizeRelease);
}

/** The record of the newest release; null where there is none. */
export async function findNewestRelease(
  kube: Kube,
  namespace: string,
  release: string,
): Promise<ReleaseRecord | null> {
  const newest = (await listSecrets(kube, namespace, release)).at(-1);
  return newest ? readRelease(newest) : null;
}

/**
 * Records that a manifest is about to be applied. A release that a crash left pending is continued where it is the same
 * one, and superseded where it is not. Throws AppError `conflict` while a manual Helm operation runs.
 */
export async function recordPending(
  kube: Kube,
  render: RenderInput,
  manifest: Manifest,
  now = new Date(),
): Promise<PendingRelease> {
  const secrets = await listSecrets(kube, render.namespace, render.release);
  const newest = secrets.at(-1);
  const summary = newest && summarizeRelease(newest);
  if (newest && summary?.status.startsWith("pending-") && summary.digest === manifest.digest) {
    const earlier = secrets.slice(0, -1);
    const prune = pruneList(objectsSinceDeployed(earlier, render), manifest.objects);
    const before = deployedObjects(earlier, render);
    return { version: summary.version, prune, before, record: readRelease(newest), secret: newest, earlier };
  }
  const isUpgrade = secrets.some(({ metadata }) =>
    /^(deployed|superseded)$/.test(metadata.labels?.status ?? ""),
  );
  const record = buildReleaseRecord({
    render,
    manifest,
    ...(await readChart(render)),
    version: (summary?.version ?? 0) + 1,
    status: isUpgrade ? "pending-upgrade" : "pending-install",
    description: isUpgrade ? "Preparing upgrade" : "Initial install underway",
    firstDeployed: secrets[0] ? firstDeployedOf(secrets[0], now) : now,
    now,
  });
  const prune = pruneList(objectsSinceDeployed(secrets, render), manifest.objects);
  const secret = await kube.create(buildReleaseSecret(record, now));
  const before = deployedObjects(secrets, render);
  return { version: record.version, prune, before, record, secret, earlier: secrets };
}

/** Records that the release is applied. Earlier releases are superseded, and the last ten kept. */
export async function recordDeployed(kube: Kube, pending: PendingRelease, now = new Date()): Promise<void> {
  const description =
    pending.record.info.status === "pending-install" ? "Install complete" : "Upgrade complete";
  await write(kube, pending.secret, withStatus(pending.record, "deployed", { description }), now);
  const surplus = pending.earlier.length + 1 - keptReleases;
  await Promise.all(
    pending.earlier.map(async (secret, index) => {
      if (index < surplus) return deleteSecret(kube, secret);
      const status = secret.metadata.labels?.status ?? "";
      if (status === "deployed")
        return write(kube, secret, withStatus(readRelease(secret), "superseded"), now);
      if (!status.startsWith("pending-")) return;
      const interrupted = { description: "Interrupted: a later release took its place" };
      return write(kube, secret, withStatus(readRelease(secret), "failed", interrupted), now);
    }),
  );
}

/** Records that the release could not be applied, and why. */
export async function recordFailed(
  kube: Kube,
  pending: PendingRelease,
  description: string,
  now = new Date(),
): Promise<void> {
  await write(kube, pending.secret, withStatus(pending.record, "failed", { description }), now);
}

async function listSecrets(kube: Kube, namespace: string, release: string): Promise<KubeObject[]> {
  const secrets = await kube.list("v1", "Secret", {
    namespace,
    labelSelector: `owner=helm,name=${release}`,
  });
  return secrets.sort((a, b) => versionOf(a) - versionOf(b));
}

/** The objects of the release that is deployed; none before the first. Reads Helm's records. */
export async function readDeployedObjects(
  kube: Kube,
  render: Pick<RenderInput, "release" | "namespace">,
): Promise<KubeObject[]> {
  return deployedObjects(await listSecrets(kube, render.namespace, render.release), render);
}

function deployedObjects(
  secrets: KubeObject[],
  { release: name, namespace }: Pick<RenderInput, "release" | "namespace">,
): KubeObject[] {
  const deployed = secrets.findLast(({ metadata }) => metadata.labels?.status === "deployed");
  return deployed
    ? markReleaseObjects(parseManifest(readRelease(deployed).manifest), { name, namespace })
    : [];
}

/** The objects of the newest deployed release and of all that were started after it: any of them may exist. */
function objectsSinceDeployed(secrets: KubeObject[], render: RenderInput): KubeObject[] {
  const deployed = secrets.findLastIndex(({ metadata }) => metadata.labels?.status === "deployed");
  const { release: name, namespace } = render;
  return secrets
    .slice(Math.max(deployed, 0))
    .flatMap((secret) =>
      markReleaseObjects(parseManifest(readRelease(secret).manifest), { name, namespace }),
    );
}

async function write(kube: Kube, known: KubeObject, record: ReleaseRecord, now: Date): Promise<void> {
  await kube.replace(buildReleaseSecret(record, now, known));
}

async function deleteSecret(kube: Kube, { apiVersion, kind, metadata }: KubeObject): Promise<void> {
  await kube.delete({ apiVersion, kind, namespace: metadata.namespace, name: metadata.name });
}

function versionOf(secret: KubeObject): number {
  return Number(secret.metadata.labels?.version);
}

function firstDeployedOf(secret: KubeObject, now: Date): Date {
  const { first_deployed } = readRelease(secret).info;
  return first_deployed ? new Date(first_deployed) : now;
}
