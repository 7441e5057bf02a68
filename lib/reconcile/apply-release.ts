import type { StoreParts } from "@/lib/domain/store-part";
import { isAppError } from "@/lib/errors";
import type { Manifest, RenderInput } from "@/lib/helm/helm";
import { recordDeployed, recordFailed, recordPending } from "@/lib/helm/release-store";
import type { KubeObject } from "@/lib/kube/kube-object";
import { adoptLargerClaims } from "./adopt-larger-claims";
import type { ReconcileDeps } from "./deps";
import { type Applied, fingerprintApplied } from "./drift";
import { fieldManager } from "./field-manager";
import { restoreRelease } from "./restore-release";
import { waitForPrerequisites, waitForQuotas } from "./wait-for-prerequisites";
import { listWiderQuotas } from "./widen-quota";

/** What the others are checked against. */
const boundKinds = new Set(["ResourceQuota", "LimitRange"]);

/** Kinds whose pods need the quota, the limit range and the policies first. */
const workloadKinds = new Set(["Deployment", "StatefulSet", "CronJob", "Job", "DaemonSet", "Pod"]);

/**
 * Applies a manifest as Helm would, with its `objects` as they can be applied, and writes Helm's release record. Objects
 * that only the previous release contained are deleted, except claims and Secrets: they hold the user's data. If the
 * cluster refuses an object, the previous release is restored.
 */
export async function applyRelease(
  deps: ReconcileDeps,
  { render, manifest, objects }: { render: RenderInput; manifest: Manifest; objects: KubeObject[] },
  parts: StoreParts,
  signal: AbortSignal,
): Promise<Applied> {
  const { kube, view } = deps;
  const pending = await recordPending(kube, render, manifest);
  const begun: KubeObject[] = [];
  const apply = async (some: KubeObject[]) => {
    begun.push(...some);
    return Promise.all(await settle(some.map((object) => kube.apply(object, { fieldManager }))));
  };
  try {
    const bounds = objects.filter(({ kind }) => boundKinds.has(kind));
    const workloads = objects.filter(({ kind }) => workloadKinds.has(kind));
    const others = objects.filter((object) => !bounds.includes(object) && !workloads.includes(object));
    // Sequential where order matters, otherwise in parallel. Bounds count for a claim that exists: for the first release
    // they need not wait for each other.
    const fence =
      pending.before.length > 0
        ? [...(await apply(bounds)), ...(await apply(others))]
        : await apply([...bounds, ...others]);
    const quotas = bounds.filter(({ kind }) => kind === "ResourceQuota");
    await waitForPrerequisites(deps, render.namespace, quotas, parts, signal);
    signal.throwIfAborted();
    const applied = [...fence, ...(await apply(workloads))];
    await Promise.all(pending.prune.map((ref) => kube.delete(ref)));
    await recordDeployed(kube, pending);
    return fingerprintApplied(applied);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isRefusal(error) && pending.before.length > 0) {
      const before = adoptLargerClaims(pending.before, view.snapshot(render.namespace).objects);
      await restoreRelease(kube, before, begun);
    }
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

/** Whether the API server understood an object and will not have it: trying again does not help. */
export function isRefusal(error: unknown): boolean {
  return isAppError(error) && (error.code === "invalid" || error.code === "forbidden");
}

/** Waits until all have ended, so that none is still under way when the first failure is handled. */
async function settle<T>(promises: Promise<T>[]): Promise<Promise<T>[]> {
  await Promise.allSettled(promises);
  return promises;
}
