import { describe, expect, it } from "vitest";
import type { StoreRow } from "@/lib/db/store-row";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { AppError } from "@/lib/errors";
import type { Kube } from "@/lib/kube/kube";
import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import { judgeHealth } from "@/lib/reconcile/judge-health";
import { snapshotOf } from "@/lib/reconcile/snapshot-of";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { dieAtCall, operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

const ref = (kind: string, apiVersion: string, name: string): ObjectRef => ({
  apiVersion,
  kind,
  namespace: "store-blue",
  name,
});
const quota = ref("ResourceQuota", "v1", "blue-quota");
const claim = ref("PersistentVolumeClaim", "v1", "blue-shop");
const service = ref("Service", "v1", "blue-shop");

async function readyStore() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  platform.cluster.calls.length = 0;
  return { platform, ann, choose: (plan: string) => changeStore(ann, "blue", { plan }) };
}

interface Bounds {
  hard: { pods: string };
}
interface Claim {
  resources: { requests: { storage: string } };
}

const podsOf = ({ cluster }: TestPlatform) =>
  (cluster.get(quota) as unknown as { spec: Bounds }).spec.hard.pods;
const sizeOf = ({ cluster }: TestPlatform) =>
  (cluster.get(claim) as unknown as { spec: Claim }).spec.resources.requests.storage;

function driftOf(platform: TestPlatform) {
  const row = storeRow(platform, "blue") as StoreRow;
  return judgeHealth(snapshotOf(platform.deps, row), row).drift;
}

/** The port of a cluster that refuses some applies. */
function refusing(kube: Kube, isRefused: (object: KubeObject, dryRun: boolean) => boolean): Kube {
  return {
    ...kube,
    async apply(object, options) {
      if (isRefused(object, options.dryRun ?? false)) {
        await kube.serverVersion();
        throw new AppError("invalid", `${object.kind} "${object.metadata.name}" is invalid: not this way`);
      }
      return kube.apply(object, options);
    },
  };
}

function enlarge({ cluster }: TestPlatform, size: string): void {
  cluster.edit(claim, ({ spec }) => {
    Object.assign(spec as object, { resources: { requests: { storage: size } } });
  });
}

describe("a claim that was enlarged by hand", () => {
  it("is not drift, and keeps its size when the plan changes", async () => {
    const { platform, choose } = await readyStore();
    enlarge(platform, "1Gi");
    expect(driftOf(platform)).toEqual([]);
    choose("large");
    await runNext(platform);
    expect(operationStates(platform)).toEqual(["create done", "change-plan done"]);
    expect(sizeOf(platform)).toBe("1Gi");
    expect(podsOf(platform)).toBe("20");
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, applying: null });
  });

  it("keeps its size when another object is repaired", async () => {
    const { platform } = await readyStore();
    enlarge(platform, "1Gi");
    platform.cluster.remove(service);
    const row = storeRow(platform, "blue") as StoreRow;
    platform.deps.operations.enqueue(platform.deps.db, row, { kind: "repair", requester: null, state: {} });
    await runNext(platform);
    expect(operationStates(platform)).toEqual(["create done", "repair done"]);
    expect(sizeOf(platform)).toBe("1Gi");
    expect(platform.cluster.get(service)).not.toBeNull();
  });
});

describe("a plan change that the cluster refuses", () => {
  const isService = ({ kind }: KubeObject) => kind === "Service";

  it("changes nothing, and is a warning on the store's page until a change succeeds", async () => {
    const { platform, choose } = await readyStore();
    choose("large");
    await runNext(platform, refusing(platform.cluster.kube, isService));
    expect(platform.cluster.calls.filter((call) => /^(apply|create|replace|delete)/.test(call))).toEqual([]);
    expect(podsOf(platform)).toBe("10");
    expect(driftOf(platform)).toEqual([]);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      cause: {
        code: "change_refused",
        message:
          "The last plan change was refused, so the store runs as before. The store's chart can't be applied: Service \"blue-shop\" is invalid: not this way",
      },
    });
    choose("small");
    await runNext(platform);
    expect(podsOf(platform)).toBe("8");
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, refusal: null });
  });

  it("is tried again by the same request", async () => {
    const { platform, choose } = await readyStore();
    choose("large");
    await runNext(platform, refusing(platform.cluster.kube, isService));
    expect(podsOf(platform)).toBe("10");
    const { operationId } = choose("large");
    expect(operationId).toEqual(expect.any(String));
    expect(choose("large").operationId).toBe(operationId);
    await runNext(platform);
    expect(operationStates(platform)).toEqual(["create done", "change-plan failed", "change-plan done"]);
    expect(podsOf(platform)).toBe("20");
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, refusal: null });
    expect(choose("large").operationId).toBeNull();
  });

  it("is undone if the cluster refuses it after a successful dry run", async () => {
    const { platform, choose } = await readyStore();
    choose("large");
    const late = refusing(platform.cluster.kube, (object, dryRun) => isService(object) && !dryRun);
    await runNext(platform, late);
    expect(platform.cluster.calls).toContain("apply ResourceQuota store-blue/blue-quota");
    expect(podsOf(platform)).toBe("10");
    expect(driftOf(platform)).toEqual([]);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: { code: "change_refused" } });
  });

  it("does not prevent the repair of a deleted object", async () => {
    const { platform, choose } = await readyStore();
    choose("large");
    const isQuota = ({ kind, spec }: KubeObject) =>
      kind === "ResourceQuota" && (spec as { hard: { pods: string } }).hard.pods === "20";
    const kube = refusing(platform.cluster.kube, isQuota);
    await runNext(platform, kube);
    platform.cluster.remove(service);
    const row = storeRow(platform, "blue") as StoreRow;
    platform.deps.operations.enqueue(platform.deps.db, row, { kind: "repair", requester: null, state: {} });
    await runNext(platform, kube);
    expect(platform.cluster.get(service)).not.toBeNull();
    expect(podsOf(platform)).toBe("10");
    expect(driftOf(platform)).toEqual([]);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: { code: "change_refused" } });
  });

  it.each(['admission webhook "images.example.com" does not support dry run'])(
    "is not reported if the dry run has another error: %s",
    async (message) => {
      const { platform, choose } = await readyStore();
      choose("large");
      const kube: Kube = {
        ...platform.cluster.kube,
        async apply(object, options) {
          if (options.dryRun && isService(object)) {
            await platform.cluster.kube.serverVersion();
            throw new AppError("invalid", message);
          }
          return platform.cluster.kube.apply(object, options);
        },
      };
      await runNext(platform, kube);
      expect(operationStates(platform)).toEqual(["create done", "change-plan done"]);
    },
  );
});

it("a plan change that is killed at any call leaves no drift", async () => {
  for (let call = 1; ; call += 1) {
    const { platform, choose } = await readyStore();
    choose("large");
    const died = await dieAtCall(platform, call);
    expect(driftOf(platform), `at call ${call}`).toEqual([]);
    if (!died) break;
    await runNext(platform);
    expect(podsOf(platform), `after call ${call}`).toBe("20");
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, applying: null });
  }
});
