import { beforeEach, expect, it } from "vitest";
import { createFakeCluster, type FakeCluster } from "@/tests/support/fake-kube";
import { createInspection, type Inspection } from "./inspection";

let cluster: FakeCluster;
let inspection: Inspection;
const store = { name: "blue" };

beforeEach(() => {
  cluster = createFakeCluster();
  inspection = createInspection(cluster.kube, cluster.view);
});

it("a store that is not in the cluster has no usage and an empty log", async () => {
  expect((await inspection.usage(store)).gaps).toMatchObject([{ reason: "not_running" }]);
  expect(await inspection.logs(store, { component: "shop" }, 10)).toBe("");
});

it("usage and logs are unavailable, not empty, while the cluster does not answer", async () => {
  cluster.setConnection("reconnecting", "The cluster does not answer (connect ECONNREFUSED).");
  expect((await inspection.usage(store)).gaps).toMatchObject([
    { of: ["cpu", "memory", "disk"], reason: "no_answer" },
  ]);
  await expect(inspection.logs(store, { component: "shop" }, 10)).rejects.toMatchObject({
    code: "unavailable",
    message: "The cluster does not answer (connect ECONNREFUSED).",
  });
});
