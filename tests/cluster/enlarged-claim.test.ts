import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { changePlan } from "../support/change-plan";
import { kubectl } from "../support/kubectl";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();
const name = freshName("larger");
const namespace = `store-${name}`;

beforeAll(async () => {
  await createStore(followed.app, name, { plan: "standard" });
  await untilPhase(followed.events, name, "ready");
});
afterAll(async () => {
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
});

interface Claim {
  spec: { storageClassName: string; resources: { requests: { storage: string } } };
}

async function readClaim(): Promise<Claim["spec"]> {
  const claim = await kubectl("get", "persistentvolumeclaim", `${name}-shop`, "-n", namespace, "-o", "json");
  return (JSON.parse(claim) as Claim).spec;
}

/** Whether the class lets claims grow is a field that may change at any time. */
async function allowExpansion(allowed: boolean): Promise<void> {
  const { storageClassName } = await readClaim();
  const patch = JSON.stringify({ allowVolumeExpansion: allowed });
  await kubectl("patch", "storageclass", storageClassName, "--type=merge", "-p", patch);
}

it("a claim that was enlarged by hand keeps its size, and the plan can be changed in both directions", async () => {
  await allowExpansion(true);
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: "3Gi" } } } });
  await kubectl("patch", "persistentvolumeclaim", `${name}-shop`, "-n", namespace, "-p", patch);
  await allowExpansion(false);

  expect(await changePlan(followed, name, "large")).toBe("operation.finished");
  // The small plan's largest volume is 2 GiB.
  expect(await changePlan(followed, name, "small")).toBe("operation.finished");
  expect((await readClaim()).resources.requests.storage).toBe("3Gi");
  const { body } = await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`);
  expect(body).toMatchObject({ phase: "ready", cause: null, plan: "small" });
  const drift = followed.events.seen.filter(({ detail }) => detail.kind === "store.drift");
  expect(drift.map(({ message }) => message)).toEqual([]);
});
