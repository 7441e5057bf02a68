import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { operations, plans, stores } from "@/lib/db/schema";
import type { ClusterCapacity, NodeCapacity } from "@/lib/domain/cluster-capacity";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Footprint } from "@/lib/domain/footprint";
import type { PlanResources } from "@/lib/domain/plan";
import type { Ctx } from "@/lib/services/app-context";
import { changePlan } from "@/lib/services/plans/change-plan";
import { getUsage } from "@/lib/services/plans/get-usage";
import { listPlans } from "@/lib/services/plans/list-plans";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { retryStore } from "@/lib/services/stores/retry-store";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

const limit = expect.objectContaining({ code: "limit_reached" });
const conflict = expect.objectContaining({ code: "conflict" });

const create = (ctx: Ctx, name: string, plan = "standard") =>
  createStore(ctx, createStoreInput.parse({ name, type: "wordpress", plan }));

function mark({ deps }: TestPlatform, name: string, change: Partial<typeof stores.$inferInsert>) {
  deps.db.update(stores).set(change).where(eq(stores.name, name)).run();
}

const ready = { phase: "ready", readyAt: new Date() } as const;

function kindsQueued({ deps }: TestPlatform) {
  return deps.db
    .select({ kind: operations.kind })
    .from(operations)
    .all()
    .map(({ kind }) => kind);
}

describe("the caps", () => {
  it("count every store except failed ones whose namespace is gone, which count again on retry", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "2" } });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    create(ann, "red");
    mark(platform, "blue", { phase: "failed" });
    expect(() => create(ann, "green")).toThrow(limit);
    mark(platform, "blue", { releasedAt: new Date() });
    create(ann, "green");
    expect(() => retryStore(ann, "blue")).toThrow(/MAX_STORES/);
  });

  it("of a plan count only the account's own stores of that plan", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "9" }, storesPerUser: 1 });
    const [ann, bob] = [platform.as("ann@example.com"), platform.as("bob@example.com")];
    create(ann, "blue");
    create(bob, "red");
    create(ann, "green", "small");
    expect(() => create(ann, "grey", "small")).toThrow(/plan Small.*storesPerUser/);
    mark(platform, "blue", { phase: "failed", releasedAt: new Date() });
    create(ann, "black");
    expect(() => retryStore(ann, "blue")).toThrow(/storesPerUser/);
  });

  it("are shown by the usage and the plans", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "4" }, storesPerUser: 3 });
    const [ann, bob] = [platform.as("ann@example.com"), platform.as("bob@example.com")];
    create(ann, "blue");
    create(bob, "red");
    expect(getUsage(ann)).toMatchObject({
      platform: { used: 2, most: 4 },
      plans: [
        { id: "small", used: 0, most: 3 },
        { id: "standard", used: 1, most: 3 },
        { id: "large", used: 0, most: 3 },
      ],
      capacity: null,
    });
    expect(listPlans(ann).map(({ storesLeft }) => storesLeft)).toEqual([2, 2, 2]);
  });

  it("list the existing plans if a create names an unknown plan", () => {
    const ann = createTestPlatform().as("ann@example.com");
    expect(() => create(ann, "blue", "huge")).toThrow(
      expect.objectContaining({ code: "invalid", field: "plan", message: expect.stringContaining("small") }),
    );
  });
});

const footprint: Footprint = {
  pods: [
    { cpuMillis: 100, memoryMib: 200 },
    { cpuMillis: 50, memoryMib: 100 },
  ],
  least: { pods: 4, cpuMillis: 3_000, memoryMib: 2_000, storageMib: 3_000, volumeMib: 2_000 },
};
const footprints = { wordpress: footprint, woocommerce: footprint };

describe("moving a store to another plan", () => {
  function readyStore(storesPerUser = 5) {
    const platform = createTestPlatform({ storesPerUser, footprints });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    platform.deps.db.delete(operations).run();
    mark(platform, "blue", ready);
    return { platform, ann };
  }

  it("keeps it ready and enqueues the change of its limits", () => {
    const { platform, ann } = readyStore();
    expect(changeStore(ann, "blue", { plan: "large" })).toMatchObject({ plan: "large", phase: "ready" });
    expect(kindsQueued(platform)).toEqual(["change-plan"]);
    changeStore(ann, "blue", { plan: "large" });
    expect(kindsQueued(platform)).toEqual(["change-plan"]);
  });

  it("counts the owner's stores of the plan, also for an admin", () => {
    const { platform, ann } = readyStore(1);
    create(ann, "red", "large");
    const root = platform.as("root@example.com", "admin");
    expect(() => changeStore(ann, "blue", { plan: "large" })).toThrow(limit);
    expect(() => changeStore(root, "blue", { plan: "large" })).toThrow(limit);
  });

  it("conflicts while it is created, cleaned up or deleted; a released store takes the plan on retry", () => {
    const { platform, ann } = readyStore();
    for (const phase of ["queued", "creating", "failed", "deleting"] as const) {
      mark(platform, "blue", { phase });
      expect(() => changeStore(ann, "blue", { plan: "large" })).toThrow(conflict);
    }
    mark(platform, "blue", { phase: "failed", releasedAt: new Date(), readyAt: null });
    expect(changeStore(ann, "blue", { plan: "large" }).plan).toBe("large");
    expect(kindsQueued(platform)).toEqual([]);
  });

  it("is refused with the missing amount if the plan is too small", () => {
    const { platform, ann } = readyStore();
    platform.deps.db.update(plans).set({ volumeMib: 1_999 }).where(eq(plans.id, "small")).run();
    expect(() => changeStore(ann, "blue", { plan: "small" })).toThrow(
      /largest volume is 1.96 GB \(1999 MiB\).*needs 1.96 GB \(2000 MiB\)/,
    );
    expect(() => create(ann, "red", "small")).toThrow(limit);
  });
});

describe("changing a plan", () => {
  const small = () => {
    const platform = createTestPlatform({ footprints });
    return {
      platform,
      ann: platform.as("ann@example.com"),
      root: platform.as("root@example.com", "admin"),
    };
  };

  it("is for admins", () => {
    const { ann } = small();
    expect(() => changePlan(ann, "small", { pods: 9 })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });

  it("enqueues changes for its running stores only", () => {
    const { platform, ann, root } = small();
    for (const [name, plan] of [
      ["blue", "small"],
      ["red", "small"],
      ["green", "large"],
    ] as const) {
      create(ann, name, plan);
      mark(platform, name, ready);
    }
    create(ann, "grey", "small");
    platform.deps.db.delete(operations).run();
    changePlan(root, "small", { storesPerUser: 9, name: "Tiny" });
    expect(kindsQueued(platform)).toEqual([]);
    changePlan(root, "small", { pods: 9 });
    expect(kindsQueued(platform)).toEqual(["change-plan", "change-plan"]);
  });

  it.each(["pods", "cpuMillis", "memoryMib", "storageMib", "volumeMib"] as const)(
    "is refused at the field %s below the minimum of a store; the minimum is accepted",
    (field) => {
      const { root } = small();
      const least = footprint.least[field];
      expect(() => changePlan(root, "small", { [field]: least - 1 })).toThrow(
        expect.objectContaining({ code: "invalid", field }),
      );
      expect(changePlan(root, "small", { [field]: least })[field]).toBe(least);
    },
  );

  it.each([
    ["cpuMillis", 100, "The minimum is 3 CPUs (3000 millicores): a WordPress site needs it."],
    ["memoryMib", 100, "The minimum is 1.96 GB (2000 MiB): a WordPress site needs it."],
    ["volumeMib", 100, "The minimum is 1.96 GB (2000 MiB): a WordPress site needs it."],
    ["pods", 3, "The minimum is 4: a WordPress site needs it."],
  ] as const)("reports the minimum of %s in the unit of its field", (field, amount, message) => {
    const { ann, root } = small();
    create(ann, "blue", "small");
    expect(() => changePlan(root, "small", { [field]: amount })).toThrow(message);
  });

  it("takes effect immediately", () => {
    const { ann, root } = small();
    changePlan(root, "small", { storesPerUser: 0 });
    expect(() => create(ann, "blue", "small")).toThrow(limit);
  });
});

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
    create(ann, "blue");
    create(ann, "red");
    expect(() => create(ann, "green")).toThrow(
      /2 pods request 150m CPU and 300 MiB; 100m CPU and 50 MiB of 2000m CPU and 4000 MiB on 1 nodes are free/,
    );
    // The nodes' free capacity now excludes blue's pods.
    capacity.podsOfStore.set("blue", 2);
    create(ann, "green");
  });

  it("is counted per node: each pod must fit on one", () => {
    const half = { pods: 10, cpuMillis: 1_000, memoryMib: 150 };
    const ann = createTestPlatform({ footprints, capacity: () => capacityOf(half, half, half) }).as(
      "ann@example.com",
    );
    expect(() => create(ann, "blue")).toThrow(limit);
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
      create(ann, "blue");
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
    expect(() => create(ann, "blue")).toThrow(limit);
  });

  it("is checked when a failed store is retried", () => {
    let capacity = capacityOf(node);
    const platform = createTestPlatform({ footprints, capacity: () => capacity });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    mark(platform, "blue", { phase: "failed", releasedAt: new Date() });
    capacity = capacityOf({ ...node, pods: 1 });
    expect(() => retryStore(ann, "blue")).toThrow(limit);
  });

  it("refuses nothing if it is unknown or the check is off", () => {
    const full = () => capacityOf();
    create(createTestPlatform({ footprints }).as("ann@example.com"), "blue");
    create(createTestPlatform({ capacity: full }).as("ann@example.com"), "blue");
    const env = { CAPACITY_CHECK: "false" };
    create(createTestPlatform({ footprints, capacity: full, env }).as("ann@example.com"), "blue");
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
