import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { changePlan } from "../support/change-plan";
import { kubectl, listObjects } from "../support/kubectl";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();
const name = freshName("refused");
const namespace = `store-${name}`;
const policy = `storeyard-test-${name}`;
const apiVersion = "admissionregistration.k8s.io/v1";

/** A rule of the cluster that refuses every change of the store's Service. */
const rule = [
  {
    apiVersion,
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: policy },
    spec: {
      matchConstraints: {
        namespaceSelector: { matchLabels: { "storeyard.dev/store": name } },
        resourceRules: [
          { apiGroups: [""], apiVersions: ["v1"], operations: ["UPDATE"], resources: ["services"] },
        ],
      },
      validations: [{ expression: "false", message: "services are frozen" }],
    },
  },
  {
    apiVersion,
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: policy },
    spec: { policyName: policy, validationActions: ["Deny"] },
  },
];

const withdraw = () =>
  kubectl(
    ...["delete", "ValidatingAdmissionPolicy,ValidatingAdmissionPolicyBinding", policy],
    "--ignore-not-found",
  );
/** Whether the rule is in force: the API server learns of it a moment after it was made or deleted. */
const isRefused = () =>
  kubectl("label", "service", `${name}-shop`, "-n", namespace, "--dry-run=server", "tests=tests").then(
    () => false,
    () => true,
  );
const isInForce = (wanted: boolean) =>
  expect.poll(isRefused, { timeout: 30_000, interval: 500 }).toBe(wanted);

beforeAll(async () => {
  await createStore(followed.app, name, { plan: "small" });
  await untilPhase(followed.events, name, "ready");
});
afterAll(async () => {
  await withdraw();
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
});

async function podsOfQuota(): Promise<string | undefined> {
  const [quota] = await listObjects(namespace, "resourcequota");
  return (quota?.spec as { hard?: { pods?: string } } | undefined)?.hard?.pods;
}

it("a plan change that the cluster refuses changes nothing and leaves a warning until a change succeeds", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "rule-")), "rule.json");
  writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: rule }));
  await kubectl("apply", "-f", file);
  await isInForce(true);

  expect(await changePlan(followed, name, "large")).toBe("operation.failed");
  expect(await podsOfQuota()).toBe("8");
  const refused = await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`);
  expect(refused.body).toMatchObject({
    phase: "ready",
    cause: { code: "change_refused", message: expect.stringContaining("services are frozen") },
  });

  await withdraw();
  await isInForce(false);
  expect(await changePlan(followed, name, "standard")).toBe("operation.finished");
  expect(await podsOfQuota()).toBe("10");
  const changed = await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`);
  expect(changed.body).toMatchObject({ phase: "ready", cause: null });
  const drift = followed.events.seen.filter(({ detail }) => detail.kind === "store.drift");
  expect(drift.map(({ message }) => message)).toEqual([]);
});
