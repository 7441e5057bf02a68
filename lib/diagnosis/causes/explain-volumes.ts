import type { V1PersistentVolumeClaim } from "@kubernetes/client-node";
import { formatBytes } from "@/lib/diagnosis/format-bytes";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { Cause } from "@/lib/domain/cause";
import { objectsOf } from "../observe-workloads";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf, nameInside } from "./about-component";
import { lastWarning } from "./read-pods";

/** Claims without a volume, with the reason if it is known. */
export function explainVolumes(snapshot: StoreSnapshot): Cause[] {
  return objectsOf<V1PersistentVolumeClaim>(snapshot, "PersistentVolumeClaim")
    .filter(({ status, metadata }) => status?.phase !== "Bound" && !metadata?.deletionTimestamp)
    .map((claim) => explainVolume(snapshot, claim));
}

function explainVolume(snapshot: StoreSnapshot, claim: V1PersistentVolumeClaim): Cause {
  const { metadata, spec, status } = claim;
  const size = formatBytes(parseQuantity(spec?.resources?.requests?.storage ?? "0"));
  const whose = `The disk of ${nameInside(componentOf(claim, snapshot), snapshot)}`;
  const base = { code: "volume_unbound", component: "disk" } as const;
  if (status?.phase === "Lost") {
    return {
      ...base,
      message: `${whose} (${metadata?.name}) is lost: its volume ${spec?.volumeName} is gone.`,
      next: "Restore the volume from a backup of the cluster's storage.",
      waitingMayCure: false,
    };
  }
  const failure = lastWarning(snapshot, claim, ["ProvisioningFailed", "FailedBinding"]);
  const detail = failure?.message;
  const unknownClass = /storageclass\S* "([^"]+)" not found/i.exec(detail ?? "");
  if (unknownClass) {
    return {
      ...base,
      message: `${whose} can't be created: the cluster has no storage class ${unknownClass[1]}.`,
      next: "Set storageClassName to one that `kubectl get storageclass` shows.",
      detail,
      waitingMayCure: false,
    };
  }
  if (!spec?.storageClassName && !spec?.volumeName) {
    return {
      ...base,
      message: `${whose} can't be created: the cluster has no default storage class.`,
      next: "Mark a storage class as the default, or set storageClassName.",
      detail,
      waitingMayCure: false,
    };
  }
  if (failure) {
    return {
      ...base,
      message: `${whose} can't be created yet: the storage class ${spec.storageClassName} failed to provision ${size}. It tries again.`,
      next: "Look at the storage provisioner, and at its free space.",
      detail,
      waitingMayCure: true,
    };
  }
  return {
    code: "starting",
    component: "disk",
    message: isBeingMade(claim)
      ? `Waiting for the disk: the storage class ${spec.storageClassName} is still creating a ${size} volume.`
      : `Waiting for the disk: a ${size} volume is created as soon as ${nameInside(componentOf(claim, snapshot), snapshot)} has its place.`,
    waitingMayCure: true,
  };
}

/** A WaitForFirstConsumer class begins when the scheduler has chosen the node. */
function isBeingMade({ metadata }: V1PersistentVolumeClaim): boolean {
  const annotations = metadata?.annotations ?? {};
  return Object.keys(annotations).some(
    (key) => key === "volume.kubernetes.io/selected-node" || key.endsWith("/storage-provisioner"),
  );
}
