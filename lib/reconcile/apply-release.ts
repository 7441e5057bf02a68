import type { StoreParts } from "@/lib/domain/store-part";
import type { Manifest, RenderInput } from "@/lib/helm/helm";
import { recordDeployed, recordFailed, recordPending } from "@/lib/helm/release-store";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { type Applied, fingerprintApplied } from "./drift";
import { waitForPrerequisites, waitForQuotas } from "./wait-for-prerequisites";
import { listWiderQuotas, widenQuotas } from "./widen-quota";

/** The field manager. It has Helm's name, so that a manual `helm rollback` meets no conflict. */
const fieldManager = "helm";

/** Kinds whose pods need the quota, the limit range and the policies first. */
const workloadKinds = new Set(["Deployment", "StatefulSet", "CronJob", "Job", "DaemonSet", "Pod"]);

/**
 * Applies a manifest as Helm would, and writes Helm's release record. Objects that only the previous release contained
 * are deleted, except claims and Secrets: they hold the user's data. A quota that gets smaller is applied as it is in the
 * cluster; `narrowQuotas` follows when the pods have their new sizes.
 */
export async function applyRelease(
  deps: ReconcileDeps,
  render: RenderInput,
  manifest: Manifest,
  parts: StoreParts,
  signal: AbortSignal,
): Promise<Applied> {
  const { kube, view } = deps;
  const pending = await recordPending(kube, render, manifest);
  try {
    const objects = widenQuotas(manifest.objects, view.snapshot(render.namespace).objects);
    const fence = objects.filter(({ kind }) => !workloadKinds.has(kind));
    const workloads = objects.filter(({ kind }) => workloadKinds.has(kind));
    const applied: KubeObject[] = [];
    const apply = async (object: KubeObject) => applied.push(await kube.apply(object, { fieldManager }));
    // Sequential where order matters, otherwise in parallel.
    await Promise.all(fence.map(apply));
    const quotas = fence.filter(({ kind }) => kind === "ResourceQuota");
    await waitForPrerequisites(deps, render.namespace, quotas, parts, signal);
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

/** Gives the quotas that allow more than the manifest its amounts. Returns their fingerprints. */
export async function narrowQuotas(
  deps: Pick<ReconcileDeps, "kube" | "view">,
  namespace: string,
  manifest: Manifest,
  signal: AbortSignal,
): Promise<Applied> {
  const quotas = listWiderQuotas(manifest.objects, deps.view.snapshot(namespace).objects);
  const applied = await Promise.all(quotas.map((quota) => deps.kube.apply(quota, { fieldManager })));
  // Otherwise the next look would take the quota from before for a change by hand.
  await waitForQuotas(deps, namespace, quotas, signal);
  return fingerprintApplied(applied);
}
