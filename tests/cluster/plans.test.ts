import { afterAll, beforeAll, expect, it } from "vitest";
import type { UsageResource } from "@/lib/http/resources/plan-resource";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { listObjects } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten } from "../support/stores";

let app: TestApp;
let events: Follower;
const name = freshName("plan");
const namespace = `store-${name}`;

beforeAll(async () => {
  app = await startApp({ env: { MAX_STORES: "5" } });
  events = await followEvents(app);
});
afterAll(async () => {
  await deleteStore(app, name);
  await untilForgotten(events, name);
  events.close();
  await app.close();
});

const finished = (operation: string) =>
  events.until(
    `the ${operation} to finish`,
    ({ storeName, detail }) =>
      storeName === name &&
      (detail.kind === "operation.finished" || detail.kind === "operation.failed") &&
      detail.operation === operation,
    200_000,
  );

async function bounds() {
  const [quota] = await listObjects(namespace, "resourcequota");
  const [range] = await listObjects(namespace, "limitrange");
  const { hard } = (quota?.spec ?? {}) as { hard?: Record<string, string> };
  const { limits } = (range?.spec ?? {}) as { limits?: { type: string; max?: { storage: string } }[] };
  return {
    pods: hard?.pods,
    cpu: hard?.["limits.cpu"],
    memory: hard?.["limits.memory"],
    volume: limits?.find(({ type }) => type === "PersistentVolumeClaim")?.max?.storage,
  };
}

async function runningPods() {
  const pods = await listObjects(namespace, "pods");
  return pods
    .filter(({ metadata }) => metadata.labels?.["app.kubernetes.io/component"] !== "cron")
    .map(({ metadata, status }) => {
      const { containerStatuses = [] } = status as { containerStatuses?: { restartCount: number }[] };
      return [metadata.uid, ...containerStatuses.map(({ restartCount }) => restartCount)];
    });
}

it("a store gets the quota of its plan, and the quota of another plan without a refused pod", async () => {
  await createStore(app, name, { plan: "small" });
  expect((await finished("create")).detail.kind).toBe("operation.finished");
  expect(await bounds()).toEqual({ pods: "8", cpu: "4", memory: "3Gi", volume: "2Gi" });
  const before = await runningPods();
  expect(before).toHaveLength(2);
  expect((await request(app, "PATCH", `/api/stores/${name}`, { plan: "large" })).status).toBe(202);
  expect((await finished("change-plan")).detail.kind).toBe("operation.finished");
  expect(await bounds()).toEqual({ pods: "20", cpu: "8", memory: "8Gi", volume: "20Gi" });
  const after = await runningPods();
  expect(after.map(([, ...restarts]) => restarts)).toEqual([[0], [0]]);
  expect(after.map(([uid]) => uid)).not.toEqual(before.map(([uid]) => uid));
});

it("the cluster's capacity and the requests of its pods are shown", async () => {
  const { body } = await request<UsageResource>(app, "GET", "/api/me/usage");
  expect(body.capacity?.pods.used).toBeGreaterThanOrEqual(2);
  expect(body.capacity?.cpuMillis.most).toBeGreaterThan(body.capacity?.cpuMillis.used ?? 0);
});

it("fifty concurrent creates are accepted up to MAX_STORES, and the others are refused with the reason", async () => {
  const names = Array.from({ length: 50 }, () => freshName("cap"));
  const answers = await Promise.all(
    names.map((each) =>
      request<{ detail?: string }>(app, "POST", "/api/stores", { name: each, type: "wordpress" }),
    ),
  );
  const accepted = names.filter((_, n) => answers[n]?.status === 202);
  await Promise.all(accepted.map((each) => deleteStore(app, each)));
  const refusals = answers.filter(({ status }) => status === 409);
  expect(accepted).toHaveLength(4);
  expect(refusals).toHaveLength(46);
  for (const { body } of refusals) expect(body.detail).toContain("MAX_STORES");
  for (const each of accepted) await untilForgotten(events, each);
});
