import type { KubeObject } from "@/lib/kube/kube-object";
import { find, podOf } from "./edit-objects";
import type { Provocation } from "./provocation";

const storageClass = (name: string, fields: Record<string, unknown>): KubeObject => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name },
  ...fields,
});

/** Volumes that are not bound. */
export const volumeProvocations: Record<string, Provocation> = {
  "volume-class-unknown": {
    code: "volume_unbound",
    only: "database",
    values: { storageClassName: "none" },
  },
  "volume-without-class": {
    code: "volume_unbound",
    only: "database",
    change(objects) {
      Object.assign(find<KubeObject>(objects, "PersistentVolumeClaim").spec as object, {
        storageClassName: "",
      });
    },
  },
  "volume-never-made": {
    code: "starting",
    until: /is still creating/,
    only: "database",
    values: { storageClassName: "storeyard-never" },
    clusterObjects: [storageClass("storeyard-never", { provisioner: "storeyard.dev/nobody" })],
  },
  "volume-waits-for-pod": {
    code: "starting",
    until: /is created as soon as/,
    only: "database",
    values: { storageClassName: "storeyard-later" },
    clusterObjects: [
      storageClass("storeyard-later", {
        provisioner: "storeyard.dev/nobody",
        volumeBindingMode: "WaitForFirstConsumer",
      }),
    ],
    change(objects) {
      podOf(objects, "StatefulSet").nodeSelector = { "storeyard.dev/nowhere": "true" };
    },
  },
};
