import { describe, expect, it, vi } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { kindNames } from "@/lib/operations/kinds";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { Worker } from "@/lib/worker/worker";
import { createTestPlatform } from "@/tests/support/test-platform";
import { collectPlatformState } from "./collect-platform-state";
import { countEvents } from "./count-events";
import { createMetrics } from "./create-metrics";

const blue = createStoreInput.parse({ name: "blue", type: "woocommerce" });

/** A busy host takes longer than the default second. */
const eventually = { timeout: 30_000 };

describe("the metrics", () => {
  it("report stores and queued operations from the database", async () => {
    const platform = createTestPlatform();
    const metrics = createMetrics();
    collectPlatformState(metrics, {
      db: platform.deps.db,
      types: ["woocommerce"],
      isClusterConnected: () => false,
    });
    createStore(platform.as("ann@example.com"), blue);
    const text = await metrics.registry.metrics();
    expect(text).toContain('storeyard_stores{phase="queued",type="woocommerce"} 1');
    expect(text).toContain('storeyard_stores{phase="ready",type="woocommerce"} 0');
    expect(text).toContain('storeyard_operations{state="queued"} 1');
    expect(text).toContain("storeyard_cluster_connected 0");
    expect(Number(/^storeyard_queue_oldest_seconds (.*)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(0);
  });

  it("count operations by result and measure steps", async () => {
    const platform = createTestPlatform();
    const worker = new Worker(platform.deps);
    const metrics = createMetrics();
    const stop = new AbortController();
    const counting = countEvents(metrics, platform.deps.events, kindNames, stop.signal);
    const ann = platform.as("ann@example.com");
    worker.start();
    try {
      createStore(ann, blue);
      await vi.waitFor(async () => {
        expect(await metrics.registry.metrics()).toContain(
          'storeyard_operations_ended_total{operation="create",result="done"} 1',
        );
      }, eventually);
      deleteStore(ann, "blue");
      await vi.waitFor(async () => {
        expect(await metrics.registry.metrics()).toContain(
          'storeyard_operations_ended_total{operation="delete",result="done"} 1',
        );
      }, eventually);
    } finally {
      await worker.stop();
      stop.abort();
      await counting;
    }
    const text = await metrics.registry.metrics();
    expect(text).toContain('storeyard_operations_asked_total{operation="create"} 1');
    expect(text).toContain('storeyard_step_duration_seconds_count{step="verify",result="done"} 1');
    expect(text).toContain('storeyard_operation_duration_seconds_count{operation="create"} 1');
  });

  it("count failures by cause", async () => {
    const platform = createTestPlatform();
    const metrics = createMetrics();
    const stop = new AbortController();
    const counting = countEvents(metrics, platform.deps.events, kindNames, stop.signal);
    const cause = {
      code: "quota_exceeded",
      component: "shop",
      message: "Full.",
      waitingMayCure: false,
    } as const;
    platform.deps.events.append(
      platform.deps.db,
      { id: "s", name: "blue", ownerId: "u" },
      {
        message: "It failed",
        detail: { kind: "operation.failed", operation: "create", cause },
      },
    );
    await vi.waitFor(async () => {
      expect(await metrics.registry.metrics()).toContain(
        'storeyard_operation_failures_total{operation="create",cause="quota_exceeded"} 1',
      );
    });
    stop.abort();
    await counting;
  });
});
