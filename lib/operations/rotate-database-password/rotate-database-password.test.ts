import { describe, expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { listReleases } from "@/lib/helm/release-store";
import { createStore } from "@/lib/services/stores/create-store";
import { getStore } from "@/lib/services/stores/get-store";
import { rotateDatabasePassword } from "@/lib/services/stores/rotate-database-password";
import { dieAtCall, operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

const secretRef = { apiVersion: "v1", kind: "Secret", namespace: "store-blue", name: "store-credentials" };

async function readyStore() {
  const verified: string[] = [];
  const platform = createTestPlatform({ verify: async ({ host }) => void verified.push(host) });
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  return { platform, ann, before: await secretsOf(platform), verified };
}

async function secretsOf({ cluster }: TestPlatform) {
  return (await cluster.kube.find(secretRef))?.data as Record<string, string>;
}

describe("a new database password", () => {
  it("replaces one value of the Secret, restarts the pods and is verified", async () => {
    const { platform, ann, before, verified } = await readyStore();
    rotateDatabasePassword(ann, "blue");
    await runNext(platform);
    const after = await secretsOf(platform);
    expect(after).toEqual({ ...before, "database-password": expect.any(String) });
    expect(after["database-password"]).not.toBe(before["database-password"]);
    const releases = await listReleases(platform.cluster.kube, "store-blue", "blue");
    expect(releases).toHaveLength(2);
    expect(verified).toHaveLength(2);
    expect(getStore(ann, "blue")).toMatchObject({ phase: "ready", cause: null });
    expect(JSON.stringify(platform.allEvents())).not.toContain(after["database-password"]);
  });

  it("is created once, however often the process is killed", async () => {
    for (let call = 1; ; call++) {
      const { platform, ann, before } = await readyStore();
      rotateDatabasePassword(ann, "blue");
      const died = await dieAtCall(platform, call);
      const between = await secretsOf(platform);
      if (died) await runNext(platform);
      const after = await secretsOf(platform);
      expect(after["database-password"]).not.toBe(before["database-password"]);
      if (between["database-password"] !== before["database-password"]) expect(after).toEqual(between);
      expect(operationStates(platform).at(-1)).toBe("rotate-database-password done");
      if (!died) break;
    }
  });

  it("is replaced again by the next rotation, and by no other operation", async () => {
    const { platform, ann } = await readyStore();
    rotateDatabasePassword(ann, "blue");
    await runNext(platform);
    const first = await secretsOf(platform);
    const row = storeRow(platform, "blue") as typeof stores.$inferSelect;
    platform.deps.operations.enqueue(platform.deps.db, row, { kind: "repair", requester: null, state: {} });
    await runNext(platform);
    expect(await secretsOf(platform)).toEqual(first);
    rotateDatabasePassword(ann, "blue");
    await runNext(platform);
    expect((await secretsOf(platform))["database-password"]).not.toBe(first["database-password"]);
  });

  it("is refused for a store that somebody changed with Helm, and its Secret is unchanged", async () => {
    const { platform, ann, before } = await readyStore();
    const release = { ...secretRef, name: "sh.helm.release.v1.blue.v1" };
    platform.cluster.edit(release, ({ metadata }) => {
      metadata.labels = { ...metadata.labels, "storeyard.dev/digest": "" };
    });
    rotateDatabasePassword(ann, "blue");
    await runNext(platform);
    expect(await secretsOf(platform)).toEqual(before);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", secretsRevision: 1 });
    expect(operationStates(platform).at(-1)).toBe("rotate-database-password failed");
  });

  it("is refused while another operation is open, and for a store that does not run", async () => {
    const { platform, ann } = await readyStore();
    rotateDatabasePassword(ann, "blue");
    expect(() => rotateDatabasePassword(ann, "blue")).toThrow("Another operation of “blue” is open.");
    expect(storeRow(platform, "blue")?.secretsRevision).toBe(2);
    platform.deps.db.update(stores).set({ phase: "failed" }).run();
    expect(() => rotateDatabasePassword(ann, "blue")).toThrow("“blue” does not run.");
  });
});
