import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { operations, stores } from "@/lib/db/schema";
import type { Cause } from "@/lib/domain/cause";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Phase } from "@/lib/domain/store";
import { storeResource, toStoreResource } from "@/lib/http/resources/store-resource";
import { kindNames } from "@/lib/operations/kinds";
import { runOperation } from "@/lib/operations/run-operation";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { getStore } from "@/lib/services/stores/get-store";
import { listStores } from "@/lib/services/stores/list-stores";
import { revealAdminPassword } from "@/lib/services/stores/reveal-admin-password";
import { createTestPlatform } from "@/tests/support/test-platform";

const never = new AbortController().signal;
const sentence = /does not know stores of type “magento” any more/;

/** A store that was made by an engine which this installation has lost since, and what is done with it then. */
function platformWithOrphan() {
  const platform = createTestPlatform();
  const { db, operations: queue } = platform.deps;
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  const row = () => db.select().from(stores).where(eq(stores.name, "blue")).get();
  return {
    ann,
    row,
    loseEngine: () => db.update(stores).set({ type: "magento" }).run(),
    setPhase: (phase: Phase, cause: Cause) => db.update(stores).set({ phase, cause }).run(),
    lastOperation: () => db.select().from(operations).all().at(-1),
    enqueue(kind: "change-plan" | "repair") {
      const store = row();
      if (store) queue.enqueue(db, store, { kind, requester: null, state: {} });
    },
    async run() {
      const claimant = { owner: "test", createDeadlineMs: 60_000, kinds: kindNames };
      const operation = platform.deps.operations.claim(claimant);
      if (!operation) throw new Error("there is nothing to do");
      await runOperation(platform.deps, operation, never);
    },
  };
}

describe("a store whose engine was removed", () => {
  it("is listed and shown with the cause type_unknown", async () => {
    const { ann, run, loseEngine } = platformWithOrphan();
    await run();
    loseEngine();
    expect(listStores(ann, {}).stores.map(({ name }) => name)).toEqual(["blue"]);
    const shown = toStoreResource(getStore(ann, "blue"));
    expect(storeResource.parse(shown)).toMatchObject({
      type: "magento",
      phase: "ready",
      cause: { code: "type_unknown", message: expect.stringMatching(sentence) },
      adminUrl: null,
      admin: null,
    });
  });

  it("reports type_unknown before other causes, unless it failed", async () => {
    const { ann, run, loseEngine, setPhase } = platformWithOrphan();
    await run();
    loseEngine();
    const cause = {
      code: "crash_loop",
      component: "shop",
      message: "It crashes.",
      waitingMayCure: true,
    } as const;
    setPhase("unready", cause);
    expect(toStoreResource(getStore(ann, "blue")).cause?.code).toBe("type_unknown");
    setPhase("failed", cause);
    expect(toStoreResource(getStore(ann, "blue")).cause?.code).toBe("crash_loop");
  });

  it("can be deleted", async () => {
    const { ann, run, row, loseEngine } = platformWithOrphan();
    await run();
    loseEngine();
    deleteStore(ann, "blue");
    await run();
    expect(row()).toBeUndefined();
  });

  it("keeps running when an operation would change its release", async () => {
    const { run, row, enqueue, loseEngine, lastOperation } = platformWithOrphan();
    await run();
    loseEngine();
    enqueue("change-plan");
    await run();
    expect(lastOperation()).toMatchObject({ kind: "change-plan", state: "failed" });
    expect(row()).toMatchObject({ phase: "ready", cause: null });
  });

  it("fails immediately and is cleaned up if it was not created yet", async () => {
    const { run, row, loseEngine } = platformWithOrphan();
    loseEngine();
    await run();
    expect(row()).toMatchObject({
      phase: "failed",
      cause: { code: "type_unknown", message: expect.stringMatching(sentence) },
      releasedAt: expect.any(Date),
    });
  });

  it("has no admin password to show", async () => {
    const { ann, run, loseEngine } = platformWithOrphan();
    await run();
    loseEngine();
    await expect(revealAdminPassword(ann, "blue")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(sentence),
    });
  });
});
