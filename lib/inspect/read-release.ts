import { stringify } from "yaml";
import type { StoreRelease } from "@/lib/domain/inspection";
import { namespaceOf } from "@/lib/domain/store";
import { findNewestRelease } from "@/lib/helm/release-store";
import type { Kube } from "@/lib/kube/kube";

/** The newest Helm release of a store; null before the first. */
export async function readStoreRelease(kube: Kube, name: string): Promise<StoreRelease | null> {
  const namespace = namespaceOf(name);
  const record = await findNewestRelease(kube, namespace, name);
  if (record === null) return null;
  const { name: chart, version } = record.chart.metadata as { name: string; version: string };
  return {
    name,
    namespace,
    revision: record.version,
    status: record.info.status,
    chart: `${chart} ${version}`,
    updatedAt: record.info.last_deployed ?? null,
    values: stringify(record.config ?? {}),
    manifest: record.manifest,
  };
}
