import { container, podOf } from "./edit-objects";
import type { Provocation } from "./provocation";

/** Pods that no node accepts. */
export const schedulingProvocations: Record<string, Provocation> = {
  "no-machine-with-room": {
    code: "unschedulable",
    only: "shop",
    values: { quota: { "requests.cpu": "100", "limits.cpu": "200" } },
    change(objects) {
      container(objects).resources = { requests: { cpu: "64", memory: "256Mi" }, limits: { cpu: "64" } };
    },
  },
  "no-machine-selected": {
    code: "unschedulable",
    only: "shop",
    change(objects) {
      podOf(objects).nodeSelector = { "storeyard.dev/nowhere": "true" };
    },
  },
  "machine-kept-for-others": {
    code: "unschedulable",
    only: "shop",
    clusterObjects: [
      {
        apiVersion: "v1",
        kind: "Node",
        metadata: { name: "storeyard-kept", labels: { "storeyard.dev/kept": "true" } },
        spec: { taints: [{ key: "dedicated", value: "billing", effect: "NoSchedule" }] },
      },
    ],
    change(objects) {
      podOf(objects).nodeSelector = { "storeyard.dev/kept": "true" };
    },
  },
};
