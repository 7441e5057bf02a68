import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { getClusterState } from "./get-cluster-state";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const gone = "The cluster does not answer (connect ECONNREFUSED).";
const look = (platform: TestPlatform) =>
  getClusterState(platform.as(`${crypto.randomUUID()}@example.com`, "admin"));

it("a cluster that answers is shown in its current state", async () => {
  const sight = await look(createTestPlatform());
  expect(sight).toMatchObject({ failure: null, connection: { state: "connected" } });
  expect(sight.seen).toMatchObject({ overview: { version: "v1.37.2" }, at: new Date() });
});

it("a cluster that does not answer is shown in its last known state, with the cause", async () => {
  const platform = createTestPlatform();
  const { seen } = await look(platform);
  vi.advanceTimersByTime(60_000);
  platform.cluster.fail("serverVersion");
  expect(await look(platform)).toMatchObject({ failure: gone, seen });
});

it("a cluster that disconnected before the first read is known from the connection", async () => {
  const platform = createTestPlatform();
  platform.cluster.setConnection("connected");
  await vi.advanceTimersByTimeAsync(0);
  const asked = platform.cluster.calls.length;
  platform.cluster.setConnection("reconnecting", gone);
  expect(await look(platform)).toMatchObject({
    failure: gone,
    connection: { state: "reconnecting" },
    seen: { overview: { version: "v1.37.2" } },
  });
  // It is known to be away: nobody waits for it.
  expect(platform.cluster.calls).toHaveLength(asked);
});

it("a cluster that never answered has no known state", async () => {
  const platform = createTestPlatform();
  platform.cluster.setConnection("reconnecting");
  expect(await look(platform)).toMatchObject({ failure: "The cluster has not answered yet.", seen: null });
});

it("a cluster that accepts the request without an answer does not delay the page", async () => {
  const platform = createTestPlatform();
  vi.spyOn(platform.cluster.kube, "serverVersion").mockReturnValue(new Promise(() => {}));
  const looking = look(platform);
  await vi.advanceTimersByTimeAsync(3_000);
  expect((await looking).failure).toBe("The cluster does not answer (no answer in time).");
});

it("members cannot see the cluster", async () => {
  const ctx = createTestPlatform().as("member@example.com");
  await expect(getClusterState(ctx)).rejects.toMatchObject({ code: "forbidden" });
});
