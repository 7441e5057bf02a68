import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseNodeStats } from "./parse-node-stats";

/** Recorded from a real kubelet, whose volumes are directories of the node. */
const recorded = JSON.parse(readFileSync("lib/inspect/usage/fixtures/node-stats.json", "utf8"));
const all = () => true;

it("a summary gives the usage of each pod, without volumes that are not claims", () => {
  const samples = parseNodeStats(recorded, all);
  expect([...samples.keys()]).toEqual([
    "store-ready/ready-database-0",
    "store-ready/ready-shop-7cb5f4cb89-z97qs",
  ]);
  expect(samples.get("store-ready/ready-database-0")).toEqual({
    cpuCores: 0.002211674,
    memoryBytes: 30_191_616,
    measuredAt: new Date("2026-11-24T18:07:07Z"),
    volumes: new Map(),
  });
});

it("pods of other namespaces are dropped", () => {
  expect(parseNodeStats(recorded, (namespace) => namespace !== "store-ready").size).toBe(0);
});

it("a volume has the name of its claim", () => {
  const bytes = { capacityBytes: 1_000, availableBytes: 600, usedBytes: 350 };
  const volume = [{ name: "data", pvcRef: { name: "ready-database", namespace: "store-ready" }, ...bytes }];
  const [pod] = recorded.pods;
  const sample = parseNodeStats({ pods: [{ ...pod, volume }] }, all).get("store-ready/ready-database-0");
  expect(sample?.volumes).toEqual(new Map([["ready-database", bytes]]));
});

it("missing or malformed values are null, never zero", () => {
  const podRef = { name: "young", namespace: "store-ready" };
  const volume = [{ pvcRef: { name: "data" }, capacityBytes: 1_000, usedBytes: -1 }];
  const early = {
    podRef: { ...podRef, name: "early" },
    cpu: { usageNanoCores: 0 },
    memory: { workingSetBytes: 0 },
  };
  const pods = [
    { podRef },
    { podRef: { ...podRef, name: "odd" }, cpu: { usageNanoCores: "many" }, memory: 7, volume },
    early,
    { nothing: true },
    null,
  ];
  const unknown = { cpuCores: null, memoryBytes: null, measuredAt: null, volumes: new Map() };
  expect(parseNodeStats({ pods }, all)).toEqual(
    new Map([
      ["store-ready/young", unknown],
      ["store-ready/odd", unknown],
      ["store-ready/early", unknown],
    ]),
  );
  expect(parseNodeStats({ pods: null }, all).size).toBe(0);
});

it.each([null, "<html>Bad gateway</html>", [], { pods: "none" }])("%j is not a summary", (answer) => {
  expect(() => parseNodeStats(answer, all)).toThrow();
});
