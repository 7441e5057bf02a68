import type { KubeObject } from "@/lib/kube/kube-object";
import { digestManifest } from "./build-manifest";
import { decodeRelease, encodeRelease, type ReleaseRecord, type ReleaseStatus } from "./release-record";

const digestLabel = "storeyard.dev/digest";

export interface ReleaseSummary {
  version: number;
  status: ReleaseStatus;
  /** Equal to `Manifest.digest` of what was released. */
  digest: string;
  /** False for what `helm upgrade` or `helm rollback` did by hand. */
  byPlatform: boolean;
}

export function releaseSecretName(release: string, version: number): string {
  return `sh.helm.release.v1.${release}.v${version}`;
}

/** The Secret in which Helm keeps a release. `known` is the one that it replaces. */
export function buildReleaseSecret(record: ReleaseRecord, now: Date, known?: KubeObject): KubeObject {
  const touched = String(Math.floor(now.getTime() / 1000));
  return {
    apiVersion: "v1",
    kind: "Secret",
    type: "helm.sh/release.v1",
    metadata: {
      name: releaseSecretName(record.name, record.version),
      namespace: record.namespace,
      ...(known && { resourceVersion: known.metadata.resourceVersion }),
      labels: {
        "storeyard.dev/store": record.name,
        [digestLabel]: bindDigest(digestManifest(record.manifest), record.version),
        ...known?.metadata.labels,
        owner: "helm",
        name: record.name,
        version: String(record.version),
        status: record.info.status,
        [known ? "modifiedAt" : "createdAt"]: touched,
      },
    },
    data: { release: encodeRelease(record) },
  };
}

/** What observing needs of a release; a record of ours is not decoded for it. */
export function summarizeRelease(secret: KubeObject): ReleaseSummary {
  const { version, status, [digestLabel]: label = "" } = secret.metadata.labels ?? {};
  const number = Number(version);
  const [digest = ""] = label.split(".");
  const byPlatform = label === bindDigest(digest, number);
  return {
    version: number,
    status: (status ?? "unknown") as ReleaseStatus,
    digest: byPlatform ? digest : digestManifest(readRelease(secret).manifest),
    byPlatform,
  };
}

export function readRelease(secret: KubeObject): ReleaseRecord {
  return decodeRelease((secret.data as { release: string }).release);
}

/** Helm copies labels of earlier releases to later ones: bound to its version, a copy is known as one. */
function bindDigest(digest: string, version: number): string {
  return `${digest}.v${version}`;
}
