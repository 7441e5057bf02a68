import type { KubeObject } from "@/lib/kube/kube-object";
import { find, scaleDown } from "./edit-objects";
import type { Provocation } from "./provocation";

/** States without a failure, and a namespace that does not terminate. */
export const stateProvocations: Record<string, Provocation> = {
  "scaled-to-zero": {
    code: "starting",
    until: /is scaled to 0/,
    only: "shop",
    change(objects) {
      scaleDown(objects);
    },
  },
  starting: { code: "starting", until: /The database is starting/ },
  ready: {},
  "namespace-held": {
    code: "namespace_terminating",
    until: /finalizers remaining/,
    only: "shop",
    terminating: true,
    change(objects) {
      find<KubeObject>(objects, "PersistentVolumeClaim").metadata.finalizers = ["storeyard.dev/held"];
      scaleDown(objects);
    },
  },
};
