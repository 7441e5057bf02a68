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

it("of a store that is not in the cluster nothing is measured, and its log is empty", async () => {
  expect((await inspection.usage(store)).gaps).toMatchObject([{ reason: "not_running" }]);
  expect(await inspection.logs(store, "shop", 10)).toBe("");
});

it("while the cluster does not answer, what is not seen is not said to be nothing", async () => {
  cluster.setConnection("reconnecting", "The cluster does not answer (connect ECONNREFUSED).");
  expect((await inspection.usage(store)).gaps).toMatchObject([
    { of: ["cpu", "memory", "disk"], reason: "no_answer" },
  ]);
  await expect(inspection.logs(store, "shop", 10)).rejects.toMatchObject({
    code: "unavailable",
    message: "The cluster does not answer (connect ECONNREFUSED).",
  });
});
