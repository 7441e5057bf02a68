import { describe, expect, it } from "vitest";
import type { ClusterCapacity, NodeCapacity } from "@/lib/domain/cluster-capacity";
import type { Footprint } from "@/lib/domain/footprint";
import type { PlanResources } from "@/lib/domain/plan";
import { changePlan } from "@/lib/services/plans/change-plan";
import { getUsage } from "@/lib/services/plans/get-usage";
import { changeStore } from "@/lib/services/stores/change-store";
import { retryStore } from "@/lib/services/stores/retry-store";
import { createOnPlan, footprint, footprints, mark, ready } from "@/tests/support/limited-stores";
import { createTestPlatform } from "@/tests/support/test-platform";

const limit = expect.objectContaining({ code: "limit_reached" });

describe("the cluster's capacity", () => {
  const node: NodeCapacity = { pods: 10, cpuMillis: 400, memoryMib: 650 };
  const capacityOf = (...nodes: NodeCapacity[]): ClusterCapacity => ({
    nodes,
    allocatable: { pods: 110, cpuMillis: 2_000, memoryMib: 4_000 },
    waiting: [],
    podsOfStore: new Map(),
  });

  it("allows as many stores as fit after accepted stores without pods", () => {
    const capacity = capacityOf(node);
    const platform = createTestPlatform({ footprints, capacity: () => capacity });
    const ann = platform.as("ann@example.com");
    createOnPlan(ann, "blue");
    createOnPlan(ann, "red");
    expect(() => createOnPlan(ann, "green")).toThrow(
      /2 pods request 150m CPU and 300 MiB; 100m CPU and 50 MiB of 2000m CPU and 4000 MiB on 1 nodes are free/,
    );
    // The nodes' free capacity now excludes blue's pods.
    capacity.podsOfStore.set("blue", 2);
    createOnPlan(ann, "green");
  });

  it("is counted per node: each pod must fit on one", () => {
    const half = { pods: 10, cpuMillis: 1_000, memoryMib: 150 };
    const ann = createTestPlatform({ footprints, capacity: () => capacityOf(half, half, half) }).as(
      "ann@example.com",
    );
    expect(() => createOnPlan(ann, "blue")).toThrow(limit);
  });

  describe("for a larger plan", () => {
    /** A store whose pods request a tenth of its plan. */
    const tenth = ({ cpuMillis, memoryMib }: PlanResources): Footprint => ({
      ...footprint,
      pods: [{ cpuMillis: cpuMillis / 10, memoryMib: memoryMib / 10 }],
    });
    function runningStore(node: NodeCapacity) {
      const platform = createTestPlatform({
        footprints: { wordpress: tenth },
        capacity: () => ({ ...capacityOf(node), podsOfStore: new Map([["blue", 1]]) }),
        env: { CAPACITY_CHECK: "false" },
      });
      const ann = platform.as("ann@example.com");
      createOnPlan(ann, "blue");
      mark(platform, "blue", ready);
      platform.app.settings.capacityCheck = true;
      return { ann, root: platform.as("root@example.com", "admin") };
    }

    it("must suffice for the additional requests of the store's pods", () => {
      const { ann } = runningStore({ pods: 0, cpuMillis: 399, memoryMib: 5_000 });
      expect(() => changeStore(ann, "blue", { plan: "large" })).toThrow(
        /pods would request 400m CPU and 409.6 MiB more; 399m CPU/,
      );
    });

    it("does not count the store's present pods, and is not needed for a smaller plan", () => {
      const { ann } = runningStore({ pods: 0, cpuMillis: 400, memoryMib: 410 });
      expect(changeStore(ann, "blue", { plan: "large" }).plan).toBe("large");
      expect(changeStore(ann, "blue", { plan: "small" }).plan).toBe("small");
    });

    it("is checked for all running stores when the plan is edited", () => {
      const { root } = runningStore({ pods: 0, cpuMillis: 5_000, memoryMib: 100 });
      expect(() => changePlan(root, "standard", { memoryMib: 8_192 })).toThrow(limit);
      expect(changePlan(root, "standard", { pods: 11 }).pods).toBe(11);
      expect(changePlan(root, "standard", { memoryMib: 4_196 }).memoryMib).toBe(4_196);
    });
  });

  it("is given to unscheduled pods before the pods of a new store", () => {
    const capacity = { ...capacityOf(node), waiting: [{ cpuMillis: 300, memoryMib: 100 }] };
    const ann = createTestPlatform({ footprints, capacity: () => capacity }).as("ann@example.com");
    expect(() => createOnPlan(ann, "blue")).toThrow(limit);
  });

  it("is checked when a failed store is retried", () => {
    let capacity = capacityOf(node);
    const platform = createTestPlatform({ footprints, capacity: () => capacity });
    const ann = platform.as("ann@example.com");
    createOnPlan(ann, "blue");
    mark(platform, "blue", { phase: "failed", releasedAt: new Date() });
    capacity = capacityOf({ ...node, pods: 1 });
    expect(() => retryStore(ann, "blue")).toThrow(limit);
  });

  it("refuses nothing if it is unknown or the check is off", () => {
    const full = () => capacityOf();
    createOnPlan(createTestPlatform({ footprints }).as("ann@example.com"), "blue");
    createOnPlan(createTestPlatform({ capacity: full }).as("ann@example.com"), "blue");
    const env = { CAPACITY_CHECK: "false" };
    createOnPlan(createTestPlatform({ footprints, capacity: full, env }).as("ann@example.com"), "blue");
  });

  it("is part of the usage", () => {
    const capacity = { ...capacityOf(node), waiting: [{ cpuMillis: 100, memoryMib: 50 }] };
    const ann = createTestPlatform({ capacity: () => capacity }).as("ann@example.com");
    expect(getUsage(ann).capacity).toEqual({
      cpuMillis: { used: 1_700, most: 2_000 },
      memoryMib: { used: 3_400, most: 4_000 },
      pods: { used: 101, most: 110 },
    });
  });
});
