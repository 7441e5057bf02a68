import { expect, it } from "vitest";
import { podRequests } from "./pod-requests";

const asks = (cpu: string, memory: string) => ({ resources: { requests: { cpu, memory } } });

it.each([
  ["its containers together", { containers: [asks("100m", "64Mi"), asks("0.25", "1Gi")] }, [350, 1_088]],
  [
    "its largest init container",
    { containers: [asks("1m", "1Mi")], initContainers: [asks("2", "8Mi")] },
    [2_000, 8],
  ],
  [
    "its sidecars too",
    { containers: [asks("1m", "1Mi")], initContainers: [{ restartPolicy: "Always", ...asks("2m", "2Mi") }] },
    [3, 3],
  ],
  [
    "limits where it names no more",
    { containers: [{ resources: { limits: { cpu: "1", memory: "1Gi" } } }] },
    [1_000, 1_024],
  ],
  ["nothing", { containers: [{}] }, [0, 0]],
  [
    "overhead besides",
    { containers: [asks("1m", "1Mi")], overhead: { cpu: "250m", memory: "120Mi" } },
    [251, 121],
  ],
])("a pod asks for %s", (_what, spec, [cpuMillis, memoryMib]) => {
  expect(podRequests(spec)).toEqual({ cpuMillis, memoryMib });
});
