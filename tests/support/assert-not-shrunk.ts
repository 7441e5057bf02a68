import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import { AppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";

/** Refuses a claim that is smaller than the known one, with the message of the API server. */
export function assertNotShrunk(known: KubeObject | null, wanted: KubeObject): void {
  if (wanted.kind !== "PersistentVolumeClaim" || known === null) return;
  if (requestedBytes(wanted) >= requestedBytes(known)) return;
  throw new AppError(
    "invalid",
    `PersistentVolumeClaim "${wanted.metadata.name}" is invalid: spec.resources.requests.storage: Forbidden: field can not be less than status.capacity`,
  );
}

function requestedBytes(claim: KubeObject): number {
  const { resources } = (claim.spec ?? {}) as { resources?: { requests?: { storage?: string } } };
  return parseQuantity(resources?.requests?.storage ?? 0);
}
