import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { operations, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreEvent } from "@/lib/domain/store-event";
import { cancelOperation } from "@/lib/services/operations/cancel-operation";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { HealthWatch } from "./health-watch";
import { Worker } from "./worker";

type Options = NonNullable<Parameters<typeof createTestPlatform>[0]>;

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** The platform with its worker and its health watch at work. */
function startPlatform(options: Options = {}) {
  const platform = createTestPlatform(options);
  const worker = new Worker(platform.deps);
  const health = new HealthWatch(platform.deps);
  worker.start();
  health.start();
  cleanUps.push(
    () => worker.stop(),
    () => health.stop(),
  );
  return { ...platform, ann: platform.as("ann@example.com"), worker, health };
}

const wordpress = (name: string) => createStoreInput.parse({ name, type: "wordpress" });

async function until(
  { deps }: TestPlatform,
  wanted: (event: StoreEvent) => boolean,
  after = 0,
): Promise<StoreEvent> {
  for await (const event of deps.events.follow({}, after, AbortSignal.timeout(8_000))) {
    if (wanted(event)) return event;
  }
  throw new Error("it never happened");
}

const finished = (name: string) => (event: StoreEvent) =>
  event.storeName === name && event.detail.kind === "operation.finished";
const isRemoving = (name: string) => (event: StoreEvent) =>
  event.storeName === name &&
  event.detail.kind === "operation.started" &&
  event.detail.operation === "delete";
const phase = (wanted: string) => (event: StoreEvent) =>
  event.detail.kind === "store.phase" && event.detail.phase === wanted;

async function readyStore(platform: ReturnType<typeof startPlatform>, name: string): Promise<number> {
  createStore(platform.ann, wordpress(name));
  return (await until(platform, finished(name))).seq;
}

function runningNow({ deps }: TestPlatform): number {
  return deps.db.select().from(operations).where(eq(operations.state, "running")).all().length;
}

const deployment = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" };

const unschedulableSince = (at: Date) => ({
  type: "PodScheduled",
  status: "False",
  reason: "Unschedulable",
  lastTransitionTime: at.toISOString(),
  message: "0/1 nodes are available: 1 Insufficient cpu.",
});

describe("the worker", () => {
  it("runs no more operations at a time than its concurrency", async () => {
    const atOnce: number[] = [];
    const platform = startPlatform({
      env: { WORKER_CONCURRENCY: "2" },
      verify: async () => {
        atOnce.push(runningNow(platform));
      },
    });
    const names = ["a", "b", "c", "d", "e"];
    for (const name of names) createStore(platform.ann, wordpress(name));
    await Promise.all(names.map((name) => until(platform, finished(name))));
    expect(atOnce).toHaveLength(5);
    expect(Math.max(...atOnce)).toBe(2);
  });

  it("creates a store while deletes wait for Kubernetes", async () => {
    const platform = startPlatform({ env: { WORKER_CONCURRENCY: "1" } });
    const old = ["a", "b", "c"];
    for (const name of old) await readyStore(platform, name);
    platform.cluster.holdNamespaces = true;
    for (const name of old) {
      deleteStore(platform.ann, name);
      await until(platform, isRemoving(name));
    }
    await readyStore(platform, "fresh");
    expect(runningNow(platform)).toBe(3);
    for (const name of old) platform.cluster.releaseNamespace(`store-${name}`);
    await Promise.all(
      old.map((name) =>
        until(platform, (event) => event.storeName === name && event.detail.kind === "store.forgotten"),
      ),
    );
  });

  it("does not write to the database when it is woken without a free slot, so that requests of a burst do not wait", async () => {
    const platform = startPlatform({ env: { WORKER_CONCURRENCY: "1" }, autoReady: false });
    createStore(platform.ann, wordpress("blue"));
    await until(platform, ({ detail }) => detail.kind === "step.waiting");
    const written = () => platform.deps.db.$client.prepare("select total_changes() as n").get();
    const before = written();
    for (let time = 0; time < 20; time += 1) {
      platform.worker.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(written()).toEqual(before);
  });

  it("stops a create whose store is deleted, and removes its objects", async () => {
    const platform = startPlatform({ autoReady: false });
    createStore(platform.ann, wordpress("blue"));
    await until(platform, ({ detail }) => detail.kind === "step.waiting");
    deleteStore(platform.ann, "blue");
    await until(platform, ({ detail }) => detail.kind === "store.forgotten");
    expect(platform.allEvents().map(({ detail }) => detail.kind)).toContain("operation.cancelled");
    expect(platform.cluster.get({ apiVersion: "v1", kind: "Namespace", name: "store-blue" })).toBeNull();
    expect(platform.deps.db.select().from(operations).all()).toEqual([]);
  });

  it("stops a create that is cancelled, cleans up, and reports who cancelled it", async () => {
    const platform = startPlatform({ autoReady: false });
    const { operationId } = createStore(platform.ann, wordpress("blue"));
    await until(platform, ({ detail }) => detail.kind === "step.waiting");
    cancelOperation(platform.ann, operationId ?? "");
    const { detail } = await until(platform, ({ detail }) => detail.kind === "operation.cancelled");
    expect(detail).toMatchObject({ cause: { message: "ann@example.com cancelled the creation." } });
    expect(platform.cluster.get({ apiVersion: "v1", kind: "Namespace", name: "store-blue" })).toBeNull();
  });

  it("releases its running operations when it stops, and the next worker continues them", async () => {
    const platform = startPlatform({ autoReady: false });
    createStore(platform.ann, wordpress("blue"));
    const { seq } = await until(platform, ({ detail }) => detail.kind === "step.waiting");
    await platform.worker.stop();
    platform.cluster.makeReady("store-blue");
    const next = new Worker(platform.deps);
    cleanUps.push(() => next.stop());
    next.start();
    await until(platform, finished("blue"), seq);
    expect(platform.deps.db.select().from(stores).get()?.phase).toBe("ready");
  });
});

describe("a ready store", () => {
  it("is restored after somebody edits it", async () => {
    const platform = startPlatform();
    const seq = await readyStore(platform, "blue");
    platform.cluster.edit(deployment, (object) => {
      (object.spec as { replicas: number }).replicas = 0;
    });
    const drift = await until(platform, ({ detail }) => detail.kind === "store.drift", seq);
    expect(drift.message).toBe("Deployment blue-shop was changed by hand; it is put back as it was");
    await until(platform, finished("blue"), drift.seq);
    expect(platform.cluster.get(deployment)).toMatchObject({ spec: { replicas: 1 } });
  });

  it("is left unchanged when something keeps changing it", async () => {
    const platform = startPlatform();
    let after = await readyStore(platform, "blue");
    for (let time = 1; time <= 4; time += 1) {
      platform.cluster.edit(deployment, (object) => {
        (object.spec as { replicas: number }).replicas = 1 + time;
      });
      const drift = await until(platform, ({ detail }) => detail.kind === "store.drift", after);
      after = time <= 3 ? (await until(platform, finished("blue"), drift.seq)).seq : drift.seq;
      if (time === 4) expect(drift.message).toContain("it is left as it is");
    }
    expect(platform.cluster.get(deployment)).toMatchObject({ spec: { replicas: 5 } });
  });

  it("gets back objects that somebody deletes", async () => {
    const platform = startPlatform();
    const seq = await readyStore(platform, "blue");
    const service = { apiVersion: "v1", kind: "Service", namespace: "store-blue", name: "blue-shop" };
    platform.cluster.remove(service);
    await until(platform, finished("blue"), seq);
    expect(platform.cluster.get(service)).not.toBeNull();
  });

  it("whose pod is deleted reports it, becomes unready, and is ready again afterwards", async () => {
    const platform = startPlatform();
    const seq = await readyStore(platform, "blue");
    const setReady = (readyReplicas: number) =>
      platform.cluster.edit(deployment, (object) => {
        Object.assign(object.status as object, { readyReplicas, availableReplicas: readyReplicas });
      });
    platform.cluster.remove({ apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: "blue-shop-0" });
    setReady(0);
    const note = await until(platform, ({ detail }) => detail.kind === "store.drift", seq);
    expect(note.message).toContain("pod blue-shop-0 was deleted");
    await until(platform, phase("unready"), seq);
    setReady(1);
    await until(platform, phase("ready"), note.seq);
    expect(platform.deps.db.select().from(stores).get()?.cause).toBeNull();
  });

  it("whose pod fits on no node is starting at first, and unschedulable if it stays so", async () => {
    const platform = startPlatform();
    await readyStore(platform, "blue");
    platform.health.stop();
    const storedCause = () => platform.deps.db.select().from(stores).get()?.cause?.code;
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    platform.health.start();
    const pod = { apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: "blue-shop-0" };
    platform.cluster.edit(pod, (object) => {
      object.status = { phase: "Pending", conditions: [unschedulableSince(new Date())] };
    });
    platform.cluster.edit(deployment, (object) => {
      Object.assign(object.status as object, { readyReplicas: 0, availableReplicas: 0 });
    });
    vi.advanceTimersByTime(1_000);
    expect(storedCause()).toBe("starting");
    vi.advanceTimersByTime(15_000);
    expect(storedCause()).toBe("unschedulable");
  });

  it("whose namespace was deleted from outside is not recreated silently", async () => {
    const platform = startPlatform();
    const seq = await readyStore(platform, "blue");
    await platform.cluster.kube.delete({ apiVersion: "v1", kind: "Namespace", name: "store-blue" });
    const { detail } = await until(platform, phase("unready"), seq);
    expect(detail).toMatchObject({ cause: { code: "namespace_missing" } });
    expect(platform.deps.db.select().from(operations).where(eq(operations.kind, "repair")).all()).toEqual([]);
  });
});
