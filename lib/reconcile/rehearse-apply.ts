import { isAppError } from "@/lib/errors";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject } from "@/lib/kube/kube-object";
import { fieldManager } from "./field-manager";

/**
 * Has the API server check every object of a release without storing any: a refusal then leaves the store as it is. Returns
 * the objects as they will be stored. Rejects with the refusal. It costs one request for each object, only where a release
 * is about to be applied to a store that exists.
 */
export async function rehearseApply(kube: Kube, objects: KubeObject[]): Promise<KubeObject[]> {
  const seen = await Promise.all(
    objects.map((object) =>
      kube.apply(object, { fieldManager, dryRun: true }).catch((error: unknown) => {
        if (isInconclusive(object, error)) return [];
        throw error;
      }),
    ),
  );
  return seen.flat();
}

/**
 * Whether a dry run says nothing about the apply: a webhook does not support it, or the bounds that refuse a claim are those
 * which the same release replaces.
 */
function isInconclusive({ kind }: KubeObject, error: unknown): boolean {
  if (!isAppError(error)) return false;
  if (/does not support dry run/i.test(error.message)) return true;
  return (
    kind === "PersistentVolumeClaim" &&
    /exceeded quota|usage per PersistentVolumeClaim is/.test(error.message)
  );
}
