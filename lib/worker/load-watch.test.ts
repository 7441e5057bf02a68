import { afterEach, describe, expect, it, vi } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { buildTimeline } from "@/lib/domain/timeline";
import { createStore } from "@/lib/services/stores/create-store";
import { runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { ApplicationWatch } from "./application-watch";
import { HealthWatch } from "./health-watch";

const signal = new AbortController().signal;
const busy = "[storeyard:warn] All workers busy: 8 workers; waiting: 3 connections";
const killed = "[storeyard:warn] Killed for memory: 4 processes; limit: 805306368 bytes";
const busyMessage = "All 8 workers of the shop were busy, so visitors had to wait.";
const pod = { apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: "blue-shop-0" };
const deployment = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" };

afterEach(() => {
  vi.useRealTimers();
});

async function readyStore() {
  const platform = createTestPlatform();
  createStore(platform.as("ann@example.com"), createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  const watch = new ApplicationWatch(platform.deps, { roundMs: 1, confirmAfterMs: 1 });
  const write = (log: string) => platform.cluster.logs.set("blue-shop-0/shop", log);
  return { platform, write, check: () => watch.checkAll(0, signal) };
}

/** The pod runs and stops passing its health check at this time. */
function loseReadiness({ cluster }: TestPlatform, at: Date): void {
  const startedAt = new Date(at.getTime() - 3_600_000).toISOString();
  cluster.edit(pod, ({ status }) =>
    Object.assign(status as object, {
      conditions: [{ type: "Ready", status: "False", lastTransitionTime: at.toISOString() }],
      containerStatuses: [{ name: "shop", ready: false, restartCount: 0, state: { running: { startedAt } } }],
    }),
  );
  cluster.edit(deployment, ({ status }) =>
    Object.assign(status as object, { readyReplicas: 0, availableReplicas: 0 }),
  );
}

const written = ({ deps }: TestPlatform) => deps.db.$client.prepare("select total_changes() as n").get();

describe("a shop whose workers are all busy", () => {
  it("stays ready with a warning until the next check of the log, with one timeline entry", async () => {
    const { platform, write, check } = await readyStore();
    write(busy);
    await check();
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      cause: { code: "workers_busy", component: "shop", message: busyMessage },
    });
    const notes = buildTimeline(platform.allEvents()).notes.map(({ message }) => message);
    expect(notes).toEqual([
      `${busyMessage} Look for slow pages in its log. A larger plan answers more visitors at the same time.`,
    ]);
    write("");
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, load: null });
  });

  it("has it as the cause when it is unready, not its health check", async () => {
    const { platform, write, check } = await readyStore();
    loseReadiness(platform, new Date());
    write(busy);
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "unready", cause: { code: "workers_busy" } });
    write("");
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "unready", cause: { code: "probe_failing" } });
  });

  it("is reported when it loses readiness, before the next round", async () => {
    const { platform, write } = await readyStore();
    const health = new HealthWatch(platform.deps);
    health.start();
    write(busy);
    loseReadiness(platform, new Date());
    await expect.poll(() => storeRow(platform, "blue")?.cause?.code).toBe("workers_busy");
    expect(storeRow(platform, "blue")?.phase).toBe("unready");
    health.stop();
  });
});

describe("a shop whose processes were killed for memory", () => {
  it("shows the cause for ten minutes", async () => {
    const { platform, write, check } = await readyStore();
    vi.useFakeTimers({ toFake: ["Date"] });
    write(killed);
    await check();
    const cause = { code: "workers_killed", next: expect.stringContaining("larger plan") };
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause });
    write("");
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause });
    vi.setSystemTime(Date.now() + 11 * 60_000);
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null });
  });

  it("does not have it as the cause if it loses readiness later", async () => {
    const { platform, write, check } = await readyStore();
    write(killed);
    await check();
    write("");
    loseReadiness(platform, new Date(Date.now() + 5 * 60_000));
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "unready", cause: { code: "probe_failing" } });
  });
});

describe("a check of the log", () => {
  it("does not write for a healthy store", async () => {
    const { platform, check } = await readyStore();
    const before = written(platform);
    await check();
    expect(written(platform)).toEqual(before);
  });

  it("is one bounded request for the log of the part that visitors reach", async () => {
    const { platform, check } = await readyStore();
    const logs = vi.spyOn(platform.cluster.kube, "logs");
    await check();
    expect(logs.mock.calls).toEqual([
      [
        expect.objectContaining({
          pod: "blue-shop-0",
          container: "shop",
          sinceSeconds: 60,
          tailLines: 500,
          limitBytes: 131_072,
        }),
      ],
    ]);
  });

  it("that fails changes nothing", async () => {
    const { platform, write, check } = await readyStore();
    write(busy);
    await check();
    platform.cluster.fail("logs");
    await check();
    expect(storeRow(platform, "blue")).toMatchObject({ cause: { code: "workers_busy" } });
  });
});
