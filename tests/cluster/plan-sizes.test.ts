import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstPlans, type Plan } from "@/lib/domain/plan";
import { wordpressProfile } from "@/lib/engines/wordpress/wordpress-profile";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";
import { request } from "../support/api-client";
import { kubectl, listObjects } from "../support/kubectl";
import { createStore, deleteStore, freshName, untilForgotten } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();
const name = freshName("sizes");
const namespace = `store-${name}`;
const mib = 2 ** 20;

const planOf = (id: string) => firstPlans.find((plan) => plan.id === id) as Plan;

interface Pod {
  metadata: { deletionTimestamp?: string; labels?: Record<string, string> };
  spec: { containers: { name: string; resources: { limits: { cpu: string; memory: string } } }[] };
}

/** The limits of the running pods' containers, in millicores and MiB. */
async function readLimits(): Promise<Record<string, { cpuMillis: number; memoryMib: number }>> {
  const pods = (await listObjects(namespace, "pods")) as unknown as Pod[];
  const lasting = pods.filter(
    ({ metadata }) =>
      !metadata.deletionTimestamp && metadata.labels?.["app.kubernetes.io/component"] !== "cron",
  );
  const containers = lasting.flatMap(({ spec }) => spec.containers);
  return Object.fromEntries(
    containers.map(({ name: container, resources: { limits } }) => [
      container,
      { cpuMillis: inMillis(limits.cpu), memoryMib: inMib(limits.memory) },
    ]),
  );
}

function inMillis(cpu: string): number {
  return cpu.endsWith("m") ? Number.parseInt(cpu, 10) : Number(cpu) * 1_000;
}

function inMib(memory: string): number {
  return Number.parseInt(memory, 10) * (memory.endsWith("Gi") ? 1_024 : 1);
}

/** The variables of the container's first process, which PHP-FPM's configuration contains. */
async function readWorkers(): Promise<Record<string, string>> {
  const text = await kubectl(
    ...["exec", "-n", namespace, `deployment/${name}-shop`, "-c", "shop", "--"],
    ...["sh", "-c", "tr '\\0' '\\n' < /proc/1/environ | grep '^SHOP_.*WORKERS='"],
  );
  return Object.fromEntries(
    text
      .trim()
      .split("\n")
      .map((line) => line.split("=")),
  );
}

async function readDatabase(): Promise<{ bufferPoolMib: number; maxConnections: number }> {
  const text = await kubectl(
    ...["exec", "-n", namespace, `${name}-database-0`, "--"],
    ...["mariadb", "--defaults-file=/etc/mysql/storeyard.cnf", "-NBe"],
    "SELECT @@innodb_buffer_pool_size, @@max_connections",
  );
  const [bufferPool = Number.NaN, maxConnections = Number.NaN] = text.trim().split(/\s+/).map(Number);
  return { bufferPoolMib: bufferPool / mib, maxConnections };
}

async function readQuota(): Promise<Record<string, string>> {
  const [quota] = await listObjects(namespace, "resourcequota");
  return ((quota?.spec ?? {}) as { hard?: Record<string, string> }).hard ?? {};
}

/** Compares the store in the cluster with what the plan promises. */
async function expectSizesOf(plan: Plan): Promise<void> {
  const { containers, values } = wordpressProfile.sizeStore(plan);
  const { shop, database } = values as {
    shop: { workers: number };
    database: { bufferPoolMib: number; maxConnections: number };
  };
  expect(await readLimits()).toEqual(
    Object.fromEntries(
      containers.map(({ container, cpuMillis, memoryMib }) => [container, { cpuMillis, memoryMib }]),
    ),
  );
  expect(await readWorkers()).toMatchObject({ SHOP_WORKERS: String(shop.workers) });
  expect(await readDatabase()).toEqual({
    bufferPoolMib: database.bufferPoolMib,
    maxConnections: database.maxConnections,
  });
  const hard = await readQuota();
  expect(inMillis(hard["limits.cpu"] ?? "")).toBe(plan.cpuMillis);
  expect(inMib(hard["limits.memory"] ?? "")).toBe(plan.memoryMib);
}

async function untilFinished(operationId: string): Promise<void> {
  const { detail } = await followed.events.until(
    `the operation ${operationId} to finish`,
    (event) =>
      event.operationId === operationId &&
      (event.detail.kind === "operation.finished" || event.detail.kind === "operation.failed"),
    200_000,
  );
  expect(detail).toMatchObject({ kind: "operation.finished" });
}

/** Moves the store to a plan and waits for the end of the operation, whose id is the last part of `Location`. */
async function changePlan(plan: string): Promise<void> {
  const answer = await request<StoreResource>(followed.app, "PATCH", `/api/stores/${name}`, { plan });
  expect(answer.status).toBe(202);
  const operationId = answer.headers.get("location")?.split("/").at(-1) ?? "";
  await untilFinished(operationId);
}

const getStore = async () => (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body;

describe("the plan of a WordPress store", () => {
  beforeAll(async () => {
    await createStore(followed.app, name, { type: "wordpress", plan: "small" });
    await followed.events.until(
      `${name} to be created`,
      ({ storeName, detail }) =>
        storeName === name && detail.kind === "operation.finished" && detail.operation === "create",
      200_000,
    );
  });
  afterAll(async () => {
    await deleteStore(followed.app, name);
    await untilForgotten(followed.events, name);
  });

  it("determines the size of its containers at the create", async () => {
    await expectSizesOf(planOf("small"));
  });

  it.each(["large", "small", "standard"])("%s reaches the running containers", async (plan) => {
    await changePlan(plan);
    await expectSizesOf(planOf(plan));
    expect(await getStore()).toMatchObject({ phase: "ready", cause: null, plan });
  });

  it("changes in both directions without a refused pod", () => {
    const refused = followed.events.seen.filter(
      ({ storeName, detail }) =>
        storeName === name && detail.kind === "step.waiting" && detail.cause.code === "quota_exceeded",
    );
    expect(refused).toEqual([]);
  });

  it("is shown with the containers' limits, which its usage reaches before the quota", async () => {
    const { body } = await request<StoreUsageResource>(followed.app, "GET", `/api/stores/${name}/usage`);
    // Measured only where the cluster has statistics.
    if (body.memory === null) return;
    const limits = Object.values(await readLimits()).reduce((sum, { memoryMib }) => sum + memoryMib, 0);
    expect(body.memory).toMatchObject({
      bound: "containers",
      most: limits * mib,
      quota: planOf("standard").memoryMib * mib,
    });
  });
});
