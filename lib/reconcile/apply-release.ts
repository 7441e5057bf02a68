import type { StoreParts } from "@/lib/domain/store-part";
import type { Manifest, RenderInput } from "@/lib/helm/helm";
import { recordDeployed, recordFailed, recordPending } from "@/lib/helm/release-store";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { type Applied, fingerprintApplied } from "./drift";
import { waitForPrerequisites } from "./wait-for-prerequisites";

/** The field manager. It has Helm's name, so that a manual `helm rollback` meets no conflict. */
const fieldManager = "helm";

/** Kinds whose pods need the quota, the limit range and the policies first. */
const workloadKinds = new Set(["Deployment", "StatefulSet", "CronJob", "Job", "DaemonSet", "Pod"]);

/**
 * Applies a manifest as Helm would, and writes Helm's release record. Objects that only the previous release contained
 * are deleted, except claims and Secrets: they hold the user's data.
 */
export async function applyRelease(
  deps: ReconcileDeps,
  render: RenderInput,
  manifest: Manifest,
  parts: StoreParts,
  signal: AbortSignal,
): Promise<Applied> {
  const { kube } = deps;
  const pending = await recordPending(kube, render, manifest);
  try {
    const fence = manifest.objects.filter(({ kind }) => !workloadKinds.has(kind));
    const workloads = manifest.objects.filter(({ kind }) => workloadKinds.has(kind));
    const applied: KubeObject[] = [];
    const apply = async (object: KubeObject) => applied.push(await kube.apply(object, { fieldManager }));
    // Sequential where order matters, otherwise in parallel.
    await Promise.all(fence.map(apply));
    await waitForPrerequisites(deps, render.namespace, parts, signal);
    signal.throwIfAborted();
    await Promise.all(workloads.map(apply));
    await Promise.all(pending.prune.map((ref) => kube.delete(ref)));
    await recordDeployed(kube, pending);
    return fingerprintApplied(applied);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await recordFailed(kube, pending, reason).catch(() => {});
    throw error;
  }
}
