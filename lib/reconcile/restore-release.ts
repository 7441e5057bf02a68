import { pruneList } from "@/lib/helm/prune-list";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject } from "@/lib/kube/kube-object";
import { fieldManager } from "./field-manager";

/**
 * Goes back from a release that the cluster refused in the middle: applies the objects of the release before it again, and
 * deletes what only the refused one had, except claims and Secrets. Returns the objects as stored. An object that is
 * refused too stays as it is.
 */
export async function restoreRelease(
  kube: Kube,
  before: KubeObject[],
  refused: KubeObject[],
): Promise<KubeObject[]> {
  const restored = await Promise.allSettled(before.map((object) => kube.apply(object, { fieldManager })));
  await Promise.allSettled(pruneList(refused, before).map((ref) => kube.delete(ref)));
  return restored.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}
