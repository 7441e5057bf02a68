import { describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { buildTimeline } from "@/lib/domain/timeline";
import type { Ctx } from "@/lib/services/app-context";
import { cancelOperation } from "@/lib/services/operations/cancel-operation";
import { getOperation } from "@/lib/services/operations/get-operation";
import { listOperations } from "@/lib/services/operations/list-operations";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { retryStore } from "@/lib/services/stores/retry-store";
import { updateStore } from "@/lib/services/stores/update-store";
import { dieAtCall, operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

const namespace = { apiVersion: "v1", kind: "Namespace", name: "store-blue" };
const cancelled = { code: "cancelled", message: "ann@example.com cancelled the creation." };

function create(ctx: Ctx): string {
  const input = createStoreInput.parse({ name: "blue", type: "woocommerce" });
  return createStore(ctx, input).operationId ?? "";
}

function newPlatform() {
  const platform = createTestPlatform();
  return { platform, ann: platform.as("ann@example.com") };
}

async function readyStore() {
  const { platform, ann } = newPlatform();
  create(ann);
  await runNext(platform);
  return { platform, ann };
}

describe("a cancelled create", () => {
  it("that has not started changes nothing in the cluster and releases its name immediately", () => {
    const { platform, ann } = newPlatform();
    const id = create(ann);
    expect(cancelOperation(ann, id)).toMatchObject({ state: "cancelled", cause: cancelled });
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "failed", cause: cancelled });
    expect(platform.cluster.calls).toEqual([]);
    create(ann);
    expect(operationStates(platform)).toEqual(["create cancelled", "create queued"]);
  });

  it("that runs is cleaned up, ends as cancelled and can be retried", async () => {
    const { platform, ann } = newPlatform();
    const id = create(ann);
    await dieAtCall(platform, 8);
    expect(platform.cluster.get(namespace)).not.toBeNull();
    cancelOperation(ann, id);
    await runNext(platform);
    expect(platform.cluster.get(namespace)).toBeNull();
    expect(getOperation(ann, id)).toMatchObject({ state: "cancelled", cause: cancelled });
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "failed", cause: cancelled });
    expect(buildTimeline(platform.allEvents()).operations).toMatchObject([
      { state: "cancelled", cause: cancelled },
    ]);
    retryStore(ann, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")?.phase).toBe("ready");
  });

  it("whose process is killed at any call of the cleanup is cleaned up by the next process", async () => {
    for (let call = 1; ; call += 1) {
      const { platform, ann } = newPlatform();
      const id = create(ann);
      await dieAtCall(platform, 8);
      cancelOperation(ann, id);
      const died = await dieAtCall(platform, call);
      if (!died) {
        expect(call).toBeGreaterThan(1);
        return;
      }
      await runNext(platform);
      expect(getOperation(ann, id).state, `killed at call ${call}`).toBe("cancelled");
      expect(platform.cluster.get(namespace)).toBeNull();
    }
  });
});

describe("a cancelled update", () => {
  const old = { wordpress: "localhost/wordpress:test", mariadb: "localhost/mariadb:test" };
  const newer = { wordpress: "localhost/wordpress:newer", mariadb: "localhost/mariadb:test" };

  async function updating() {
    const { platform, ann } = await readyStore();
    Object.assign(platform.deps.engines.woocommerce ?? {}, {
      images: newer,
      offers: [{ name: "WooCommerce", version: "9.6" }],
    });
    return { platform, ann, id: updateStore(ann, "blue").operationId ?? "" };
  }

  const imagesOf = (platform: TestPlatform) => storeRow(platform, "blue")?.images;

  it("that has not started leaves the store unchanged and is offered again", async () => {
    const { platform, ann, id } = await updating();
    cancelOperation(ann, id);
    expect(imagesOf(platform)).toEqual(old);
    expect(updateStore(ann, "blue").operationId).not.toBe(id);
  });

  it("that runs goes back to the previous images", async () => {
    const { platform, ann, id } = await updating();
    await dieAtCall(platform, 5);
    cancelOperation(ann, id);
    await runNext(platform);
    expect(getOperation(ann, id)).toMatchObject({ state: "cancelled", cause: { code: "cancelled" } });
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, images: old });
  });

  it("continues to its end if the store can't go back", async () => {
    const { platform, ann, id } = await updating();
    Object.assign(platform.deps.engines.woocommerce ?? {}, { canGoBack: () => false });
    await dieAtCall(platform, 5);
    cancelOperation(ann, id);
    await runNext(platform);
    expect(getOperation(ann, id).state).toBe("done");
    expect(imagesOf(platform)).toEqual(newer);
  });
});

describe("cancelling", () => {
  it("is refused for a kind that can't be cancelled, and for an operation that has ended", async () => {
    const { platform, ann } = await readyStore();
    const plan = changeStore(ann, "blue", { plan: "large" }).operationId ?? "";
    expect(() => cancelOperation(ann, plan)).toThrow("A plan change can’t be cancelled.");
    await runNext(platform);
    const [, first] = listOperations(ann, "blue").operations;
    expect(() => cancelOperation(ann, first?.id ?? "")).toThrow("There is nothing to cancel.");
    const removal = deleteStore(ann, "blue").operationId ?? "";
    expect(() => cancelOperation(ann, removal)).toThrow("A deletion can’t be cancelled.");
  });

  it("is answered with not_found for a non-member", async () => {
    const { platform, ann } = newPlatform();
    const id = create(ann);
    expect(() => cancelOperation(platform.as("bob@example.com"), id)).toThrow("There is no such operation.");
  });

  it("records the actor in the audit log", async () => {
    const { platform, ann } = newPlatform();
    cancelOperation(ann, create(ann));
    const rows = platform.deps.db.$client.prepare("select action, target from audit order by id").all();
    expect(rows.at(-1)).toEqual({ action: "cancelOperation", target: "blue" });
  });
});

it("a store's operations are listed newest first, in pages, with their requesters", async () => {
  const { platform, ann } = await readyStore();
  for (const plan of ["large", "small"]) {
    changeStore(ann, "blue", { plan });
    await runNext(platform);
  }
  const first = listOperations(ann, "blue", { limit: 2 });
  const second = listOperations(ann, "blue", { limit: 2, cursor: first.nextCursor ?? "" });
  const kinds = [...first.operations, ...second.operations].map(({ kind }) => kind);
  expect(kinds).toEqual(["change-plan", "change-plan", "create"]);
  expect(second.nextCursor).toBeNull();
  expect(first.operations[0]).toMatchObject({ state: "done", requester: { email: "ann@example.com" } });
});
