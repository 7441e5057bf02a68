import { gunzipSync, gzipSync } from "node:zlib";
import { AppError } from "@/lib/errors";
import type { Manifest, RenderInput } from "./helm";
import type { ReleaseChart, Values } from "./read-chart";

export type ReleaseStatus =
  | "pending-install"
  | "pending-upgrade"
  | "pending-rollback"
  | "deployed"
  | "superseded"
  | "failed"
  | "uninstalling"
  | "uninstalled"
  | "unknown";

/** A release as Helm stores it (release/v1 JSON). Fields that only Helm reads are kept. */
export interface ReleaseRecord {
  name: string;
  namespace: string;
  version: number;
  info: {
    first_deployed?: string;
    last_deployed?: string;
    deleted?: string;
    description?: string;
    status: ReleaseStatus;
    [field: string]: unknown;
  };
  chart: ReleaseChart & { [field: string]: unknown };
  config?: Values;
  manifest: string;
  apply_method?: "ssa" | "csa";
  [field: string]: unknown;
}

export interface ReleaseRecordInput {
  render: Pick<RenderInput, "release" | "namespace">;
  manifest: Pick<Manifest, "text">;
  chart: ReleaseChart;
  config: Values;
  version: number;
  status: ReleaseStatus;
  description: string;
  firstDeployed: Date;
  now: Date;
}

export function buildReleaseRecord(input: ReleaseRecordInput): ReleaseRecord {
  return {
    name: input.render.release,
    namespace: input.render.namespace,
    version: input.version,
    info: {
      first_deployed: input.firstDeployed.toISOString(),
      last_deployed: input.now.toISOString(),
      description: input.description,
      status: input.status,
    },
    // Templates are left out: no Helm command reads them, and they are most of a record's size.
    chart: { ...input.chart, lock: null, templates: [], schema: null, files: [] },
    config: input.config,
    manifest: input.manifest.text,
    // A manual rollback then uses server-side apply too, with the same field manager.
    apply_method: "ssa",
  };
}

export function withStatus(
  record: ReleaseRecord,
  status: ReleaseStatus,
  info: Partial<ReleaseRecord["info"]> = {},
): ReleaseRecord {
  return { ...record, info: { ...record.info, ...info, status } };
}

/** The value of the Secret's `data.release`: Helm's base64 of gzipped JSON, in the base64 of every Secret. */
export function encodeRelease(record: ReleaseRecord): string {
  const packed = gzipSync(JSON.stringify(record), { level: 9 }).toString("base64");
  return Buffer.from(packed).toString("base64");
}

/** Throws AppError `invalid` where the data is not a Helm release. */
export function decodeRelease(data: string): ReleaseRecord {
  try {
    const packed = Buffer.from(Buffer.from(data, "base64").toString("latin1"), "base64");
    return JSON.parse(gunzipSync(packed).toString("utf8"));
  } catch (cause) {
    throw new AppError("invalid", "A Helm release record in the store's namespace can't be read.", { cause });
  }
}
