import { expect, it } from "vitest";
import { podRequests } from "./pod-requests";

const asks = (cpu: string, memory: string) => ({ resources: { requests: { cpu, memory } } });

it.each([
  ["the sum of its containers", { containers: [asks("100m", "64Mi"), asks("0.25", "1Gi")] }, [350, 1_088]],
  [
    "its largest init container, if that is larger",
    { containers: [asks("1m", "1Mi")], initContainers: [asks("2", "8Mi")] },
    [2_000, 8],
  ],
  [
    "the sum of its containers and sidecars",
    { containers: [asks("1m", "1Mi")], initContainers: [{ restartPolicy: "Always", ...asks("2m", "2Mi") }] },
    [3, 3],
  ],
  [
    "its limits if it has no requests",
    { containers: [{ resources: { limits: { cpu: "1", memory: "1Gi" } } }] },
    [1_000, 1_024],
  ],
  ["zero without requests and limits", { containers: [{}] }, [0, 0]],
  [
    "increased by its overhead",
    { containers: [asks("1m", "1Mi")], overhead: { cpu: "250m", memory: "120Mi" } },
    [251, 121],
  ],
])("the request of a pod is %s", (_what, spec, [cpuMillis, memoryMib]) => {
  expect(podRequests(spec)).toEqual({ cpuMillis, memoryMib });
});
