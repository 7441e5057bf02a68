import { describe, expect, it } from "vitest";
import { transact } from "@/lib/db/connect";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform } from "@/tests/support/test-platform";
import { getStatistics } from "./get-statistics";

function platformWithStores() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const bob = platform.as("bob@example.com");
  const add = (ctx: Ctx, name: string) =>
    createStore(ctx, createStoreInput.parse({ name, type: "wordpress" }));
  const cause = { code: "order_failed", component: "shop", message: "No.", waitingMayCure: true } as const;
  const end = (store: ReturnType<typeof add>, durationMs: number | null) =>
    transact(platform.deps.db, (tx) =>
      platform.deps.events.append(tx, store, {
        message: "ended",
        detail:
          durationMs === null
            ? { kind: "operation.failed", operation: "create", cause }
            : { kind: "operation.finished", operation: "create", durationMs },
      }),
    );
  end(add(ann, "blue"), 4_000);
  end(add(ann, "red"), null);
  end(add(bob, "green"), 8_000);
  return { platform, ann };
}

describe("the statistics of creates", () => {
  it("cover a member's own stores", () => {
    const { ann } = platformWithStores();
    const { overall, days, storesByPhase, failuresByCause } = getStatistics(ann, 7);
    expect(overall).toEqual({ created: 1, failed: 1, medianMs: 4_000, p95Ms: 4_000 });
    expect(days).toHaveLength(7);
    expect(days.at(-1)).toMatchObject({ created: 1, failed: 1, medianMs: 4_000 });
    expect(storesByPhase).toEqual([{ phase: "queued", stores: 2 }]);
    expect(failuresByCause).toEqual([{ code: "order_failed", failures: 1 }]);
  });

  it("cover all stores for an admin", () => {
    const { platform } = platformWithStores();
    const { overall, days, storesByPhase } = getStatistics(platform.as("root@example.com", "admin"), 7);
    expect(overall).toEqual({ created: 2, failed: 1, medianMs: 4_000, p95Ms: 8_000 });
    expect(days.at(-1)).toMatchObject({ created: 2, medianMs: 4_000, p95Ms: 8_000 });
    expect(storesByPhase).toEqual([{ phase: "queued", stores: 3 }]);
  });

  it("use an index, whatever the length of the log", () => {
    const { platform } = platformWithStores();
    const plan = platform.deps.db.$client
      .prepare(
        "explain query plan select at from events where json_extract(events.detail, '$.kind') = ? and events.at > ?",
      )
      .all("operation.finished", 0) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toContain("events_by_kind");
  });
});
