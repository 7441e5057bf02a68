import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { operations } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { kindNames } from "./kinds";
import { leaseMs } from "./leases";

function create(ctx: Ctx, ...names: string[]) {
  for (const name of names) createStore(ctx, createStoreInput.parse({ name, type: "wordpress" }));
}

function claim(
  { deps, allEvents }: TestPlatform,
  owner = "first",
  now = new Date(),
  kinds: readonly string[] = kindNames,
) {
  const operation = deps.operations.claim({ owner, createDeadlineMs: 60_000, kinds }, now);
  return (
    operation && {
      ...operation,
      store: allEvents().find((event) => event.operationId === operation.id)?.storeName,
    }
  );
}

describe("claiming an operation", () => {
  it("assigns it to one worker only", () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "a-one");
    expect(claim(platform)?.store).toBe("a-one");
    expect(claim(platform, "second")).toBeNull();
  });

  it("prefers the owner with the fewest running operations", () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "a-one", "a-two", "a-three");
    create(platform.as("bob@example.com"), "b-one");
    expect([claim(platform)?.store, claim(platform)?.store, claim(platform)?.store]).toEqual([
      "a-one",
      "b-one",
      "a-two",
    ]);
  });

  it("does not start a delete while the create that it cancelled still runs", () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "a-one");
    const running = claim(platform);
    deleteStore(ann, "a-one");
    expect(claim(platform)).toBeNull();
    platform.deps.db
      .update(operations)
      .set({ state: "cancelled" })
      .where(eq(operations.id, running?.id ?? ""))
      .run();
    expect(claim(platform)).toMatchObject({ kind: "delete", store: "a-one" });
  });

  it("returns only the requested kinds", () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "a-one");
    expect(claim(platform, "first", new Date(), ["delete"])).toBeNull();
    expect(claim(platform, "first", new Date(), ["create"])).toMatchObject({ kind: "create" });
  });

  it("takes over an operation whose lease expired, and counts the attempt", () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "a-one");
    const first = claim(platform);
    const justBefore = new Date((first?.leaseUntil?.getTime() ?? 0) - 1);
    expect(claim(platform, "second", justBefore)).toBeNull();
    const after = new Date(Date.now() + leaseMs + 1_000);
    expect(claim(platform, "second", after)).toMatchObject({
      id: first?.id,
      attempt: 2,
      deadline: first?.deadline,
    });
  });

  it("takes over immediately from a process that no longer exists", () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "a-one");
    claim(platform, "dead");
    platform.deps.operations.releaseDead((owner) => owner !== "dead");
    expect(claim(platform, "second")).toMatchObject({ store: "a-one" });
  });
});

describe("a heartbeat", () => {
  it("renews its own leases, and reports operations that were taken over or cancelled", () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "a-one", "a-two");
    const one = claim(platform);
    const two = claim(platform);
    const ids = [one?.id ?? "", two?.id ?? ""];
    deleteStore(ann, "a-one");
    expect(platform.deps.operations.renew("first", ids)).toEqual(new Set(ids));
    expect(platform.deps.operations.listCancelled(ids)).toEqual([one?.id]);
    expect(platform.deps.operations.renew("second", ids).size).toBe(0);
  });
});
