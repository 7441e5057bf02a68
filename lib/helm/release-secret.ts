import type { KubeObject } from "@/lib/kube/kube-object";
import { digestManifest } from "./build-manifest";
import { decodeRelease, encodeRelease, type ReleaseRecord, type ReleaseStatus } from "./release-record";

const digestLabel = "storeyard.dev/digest";

export interface ReleaseSummary {
  version: number;
  status: ReleaseStatus;
  /** The `Manifest.digest` of the release. */
  digest: string;
  /** False for a manual `helm upgrade` or `helm rollback`. */
  byPlatform: boolean;
}

export function releaseSecretName(release: string, version: number): string {
  return `sh.helm.release.v1.${release}.v${version}`;
}

/** The Secret in which Helm stores a release. `known` is the Secret that it replaces. */
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

/** A summary of a release. A record of ours is not decoded for it. */
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

/** Helm copies labels from earlier releases to later ones. The revision in the label's value shows a copy. */
function bindDigest(digest: string, version: number): string {
  return `${digest}.v${version}`;
}
