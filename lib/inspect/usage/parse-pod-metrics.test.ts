import { expect, it } from "vitest";
import { parsePodMetrics } from "./parse-pod-metrics";

/** As metrics-server answers. */
const pod = {
  metadata: { name: "blue-shop-0", namespace: "store-blue", labels: { "storeyard.dev/store": "blue" } },
  timestamp: "2026-11-24T18:07:07Z",
  window: "15.182s",
  containers: [
    { name: "server", usage: { cpu: "12345678n", memory: "200000Ki" } },
    { name: "storefront", usage: { cpu: "2m", memory: "51200Ki" } },
  ],
};

it("the containers of a pod are added up", () => {
  expect(parsePodMetrics([pod])).toEqual(
    new Map([
      [
        "store-blue/blue-shop-0",
        {
          cpuCores: 0.014345678,
          memoryBytes: 251_200 * 1_024,
          measuredAt: new Date("2026-11-24T18:07:07Z"),
          volumes: new Map(),
        },
      ],
    ]),
  );
});

it.each([
  ["without containers", { ...pod, containers: [] }],
  ["without a time", { ...pod, timestamp: null }],
  ["with an invalid quantity", { ...pod, containers: [{ usage: { cpu: "fast", memory: "1Ki" } }] }],
  ["that is not an object", null],
])("a pod %s is ignored", (_, broken) => {
  expect([...parsePodMetrics([broken, pod]).keys()]).toEqual(["store-blue/blue-shop-0"]);
});
