import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OperationResource } from "@/lib/http/resources/operation-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { KubeObject } from "@/lib/kube/kube-object";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { kubectl, listObjects, namespaceExists } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { visitShop } from "../support/visit-shop";

describe("a store from its creation to its deletion", () => {
  let app: TestApp;
  let events: Follower;
  const name = freshName("life");
  const namespace = `store-${name}`;

  beforeAll(async () => {
    app = await startApp();
    events = await followEvents(app);
  });
  afterAll(async () => {
    events.close();
    await app.close();
  });

  it("becomes ready after the create command of the README", async () => {
    const answer = await request<StoreResource>(app, "POST", "/stores", { name, type: bestType() });
    expect(answer).toMatchObject({ status: 202, body: { name, type: bestType() } });
    const operation = answer.headers.get("location") ?? "";
    expect(operation).toMatch(/^\/api\/operations\/[^/]+$/);
    await untilPhase(events, name, "ready");
    const ended = await request<OperationResource>(app, "GET", operation);
    expect(ended).toMatchObject({ status: 200, body: { kind: "create", state: "done", cause: null } });
    const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
    expect(body).toMatchObject({ phase: "ready", cause: null });
  });

  it("answers through the ingress at its host name", async () => {
    const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
    const front = await visitShop(`${body.url}/`);
    expect(front.status).toBe(200);
    expect(front.body).toContain(name);
    expect((await visitShop(`${body.url}/wp-login.php`)).status).toBe(200);
  });

  it("shows shoppers no trace of the test order", async () => {
    const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
    const types = await visitShop(`${body.url}/wp-json/wc/store/v1/products`);
    if (bestType() === "wordpress") return expect(types.status).toBe(404);
    const products = JSON.parse(types.body) as { name: string }[];
    expect(products).toHaveLength(1);
    expect(products[0]?.name).not.toMatch(/proof/i);
  });

  it("has exactly the expected objects in its namespace", async () => {
    expect(await inventory(namespace)).toEqual([
      "configmap/kube-root-ca.crt",
      `cronjob.batch/${name}-cron`,
      `deployment.apps/${name}-shop`,
      `ingress.networking.k8s.io/${name}-shop`,
      expect.stringMatching(/^limitrange\//),
      ...Array(4).fill(expect.stringMatching(/^networkpolicy.networking.k8s.io\//)),
      `persistentvolumeclaim/${name}-database`,
      `persistentvolumeclaim/${name}-shop`,
      expect.stringMatching(/^resourcequota\//),
      `secret/sh.helm.release.v1.${name}.v1`,
      "secret/store-credentials",
      `service/${name}-database`,
      `service/${name}-shop`,
      "serviceaccount/default",
      expect.stringMatching(/^serviceaccount\//),
      `statefulset.apps/${name}-database`,
    ]);
  });

  it("is isolated by quota, limit range, network policies and Pod Security", async () => {
    const [quota] = await listObjects(namespace, "resourcequota");
    expect(quota?.spec).toMatchObject({
      hard: {
        pods: "10",
        "requests.cpu": "2",
        "requests.memory": "2Gi",
        "limits.cpu": "4",
        "limits.memory": "4Gi",
      },
    });
    const policies = await listObjects(namespace, "networkpolicy");
    expect(policies.map(({ spec }) => (spec as { podSelector: object }).podSelector)).toContainEqual({});
    const labels = JSON.parse(await kubectl("get", "namespace", namespace, "-o", "json")).metadata.labels;
    expect(labels).toMatchObject({ "pod-security.kubernetes.io/enforce": "restricted" });
  });

  it("is listed by helm", async () => {
    const [release] = await listObjects(namespace, "secret").then((secrets) =>
      secrets.filter((secret) => secret.type === "helm.sh/release.v1"),
    );
    expect(release?.metadata.labels).toMatchObject({ owner: "helm", status: "deployed", version: "1" });
  });

  it("shows its generated password once", async () => {
    const path = `/api/stores/${name}/admin-password`;
    const first = await request<{ username: string; password: string }>(app, "POST", path);
    expect(first.body).toMatchObject({ username: "admin", password: expect.stringMatching(/^.{16,}$/) });
    expect(await request(app, "POST", path)).toMatchObject({ status: 409, body: { code: "conflict" } });
    const log = events.seen.map((event) => JSON.stringify(event)).join();
    expect(log).not.toContain(first.body.password);
  });

  it("recreates a pod that was deleted by hand, and its timeline shows it", async () => {
    const after = events.seen.length;
    const pods = `app.kubernetes.io/component=shop,storeyard.dev/store=${name}`;
    await kubectl("delete", "pod", "-n", namespace, "-l", pods, "--wait=false");
    const later = (accept: (kind: string, phase?: string) => boolean) =>
      events.until(
        "the store to come back",
        ({ seq, storeName, detail }) =>
          seq > (events.seen[after - 1]?.seq ?? 0) &&
          storeName === name &&
          accept(detail.kind, detail.kind === "store.phase" ? detail.phase : undefined),
      );
    await later((_kind, phase) => phase === "unready");
    const back = await later((_kind, phase) => phase === "ready");
    expect(back.message).toContain(name);
    const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
    expect((await visitShop(`${body.url}/`)).status).toBe(200);
  });

  it("recreates a Service that was deleted by hand, and its timeline names it", async () => {
    await kubectl("delete", "service", "-n", namespace, `${name}-shop`);
    const drift = await events.until(
      "the drift to be seen",
      ({ storeName, detail }) => storeName === name && detail.kind === "store.drift",
    );
    expect(drift.message).toContain(`${name}-shop`);
    await events.until(
      "the repair",
      ({ seq, detail }) => seq > drift.seq && detail.kind === "operation.finished",
    );
    expect(await kubectl("get", "service", "-n", namespace, `${name}-shop`, "-o", "name")).toContain(name);
  });

  it("is deleted with its namespace, and its name is available again", async () => {
    const begun = performance.now();
    expect(await request(app, "DELETE", `/stores/${name}`)).toMatchObject({ status: 202 });
    await untilForgotten(events, name);
    console.log(`deleted in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    expect(await namespaceExists(namespace)).toBe(false);
    expect(await request(app, "GET", `/api/stores/${name}`)).toMatchObject({ status: 404 });
    await createStore(app, name);
    await deleteStore(app, name);
    await events.until("the second one to be gone", ({ detail, seq }) => {
      const first = events.seen.find((event) => event.detail.kind === "store.forgotten");
      return detail.kind === "store.forgotten" && seq > (first?.seq ?? 0);
    });
  });
});

/** Everything in the namespace that is not made by a controller out of something else there. */
async function inventory(namespace: string): Promise<string[]> {
  const kinds = (await kubectl("api-resources", "--namespaced", "--verbs=list", "-o", "name"))
    .trim()
    .split("\n")
    .filter((kind) => !/^(events|endpoints|endpointslices|leases|podmetrics|pods\.metrics)\b/.test(kind));
  const answer = JSON.parse(await kubectl("get", kinds.join(","), "-n", namespace, "-o", "json"));
  return (answer.items as KubeObject[])
    .filter(({ metadata }) => metadata.ownerReferences === undefined)
    .map(({ apiVersion, kind, metadata }) => {
      const group = apiVersion.includes("/") ? `.${apiVersion.split("/")[0]}` : "";
      return `${kind.toLowerCase()}${group}/${metadata.name}`;
    })
    .sort();
}
