import { afterEach, expect, test } from "vitest";
import {
  answerDiscovery,
  answerJson,
  answerStatus,
  type ScriptedApi,
  type ScriptedRequest,
  startScriptedApi,
  writeKubeconfig,
} from "@/tests/support/scripted-api";
import { connectToCluster } from "./connection/connect-to-cluster";
import { createKube } from "./http-kube";
import type { KubeObject } from "./kube-object";

let api: ScriptedApi | undefined;
afterEach(() => api?.close());

async function kubeThatAnswers(answer: (request: ScriptedRequest) => void) {
  api = await startScriptedApi((request) => answerDiscovery(request) || answer(request));
  return createKube(api.connection);
}
const sent = (method: string) => (api?.requests ?? []).filter((request) => request.method === method);

const deployment: KubeObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "a-shop", namespace: "store-a" },
  spec: { futureField: { replicas: 1 } },
};
const pod = { apiVersion: "v1", kind: "Pod", namespace: "store-a", name: "a-0" };

test("an apply is a forced server-side apply of the whole object, fields unknown to any model included", async () => {
  const kube = await kubeThatAnswers(({ response }) => answerJson(response, 200, { stored: true }));
  expect(await kube.apply(deployment, { fieldManager: "helm" })).toEqual({ stored: true });
  const [request] = sent("PATCH");
  expect(request?.path).toBe("/apis/apps/v1/namespaces/store-a/deployments/a-shop");
  expect(Object.fromEntries(request?.query ?? [])).toEqual({ fieldManager: "helm", force: "true" });
  expect(request?.headers).toMatchObject({
    "content-type": "application/apply-patch+yaml",
    authorization: "Bearer t0ken",
  });
  expect(JSON.parse(request?.body ?? "")).toEqual(deployment);
});

test("each group version is discovered once, and again for an unknown kind", async () => {
  const kube = await kubeThatAnswers(({ response }) => answerJson(response, 200, {}));
  await Promise.all([kube.find(pod), kube.find(pod)]);
  await kube.find(pod);
  const discoveries = () => sent("GET").filter(({ path }) => path === "/api/v1").length;
  expect(discoveries()).toBe(1);
  await expect(kube.find({ ...pod, kind: "Quark" })).rejects.toMatchObject({
    code: "invalid",
    message: "The cluster has no kind Quark in v1.",
  });
  expect(discoveries()).toBe(2);
});

test.each([
  [400, "invalid"],
  [401, "unavailable"],
  [403, "forbidden"],
  [404, "not_found"],
  [409, "conflict"],
  [422, "invalid"],
  [500, "unavailable"],
  [503, "unavailable"],
])("a %i is the error %s, with the server's message", async (status, code) => {
  const sentence = `the server says ${status}`;
  const kube = await kubeThatAnswers(({ response }) => answerStatus(response, status, sentence));
  const error = await kube.create(deployment).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ name: "AppError", code });
  if (status !== 401) expect((error as Error).message).toContain(sentence);
});

test("an API server that does not run has the error unavailable", async () => {
  const kube = createKube(connectToCluster({ kubeconfig: writeKubeconfig("http://127.0.0.1:1") }));
  await expect(kube.serverVersion()).rejects.toMatchObject({
    code: "unavailable",
    message: "The cluster does not answer (connect ECONNREFUSED 127.0.0.1:1).",
  });
});

test("idempotent requests are retried after the connection broke, and creates are not", async () => {
  const kube = await kubeThatAnswers(({ response, method }) => {
    if (sent(method).filter(({ path }) => path !== "/api/v1").length === 1) response.destroy();
    else answerJson(response, 200, { found: true });
  });
  expect(await kube.find(pod)).toEqual({ found: true });
  const creation = kube.create({ apiVersion: "v1", kind: "Namespace", metadata: { name: "store-a" } });
  await expect(creation).rejects.toMatchObject({ code: "unavailable" });
  expect(sent("POST")).toHaveLength(1);
});

test("a 429 is retried a few times", async () => {
  const kube = await kubeThatAnswers(({ response, method }) => {
    if (method === "POST" && sent("POST").length === 2) answerJson(response, 201, { created: true });
    else answerStatus(response, 429, "too many requests", { "retry-after": "0" });
  });
  expect(await kube.create(deployment)).toEqual({ created: true });
  await expect(kube.delete(pod)).rejects.toMatchObject({ code: "unavailable" });
  expect(sent("DELETE")).toHaveLength(4);
});

test("a list is read page by page, and again from the start after its continue token expired", async () => {
  const kube = await kubeThatAnswers(({ query, response }) => {
    const page = (name: string, next?: string) =>
      answerJson(response, 200, {
        metadata: { resourceVersion: "7", continue: next },
        items: [{ metadata: { name } }],
      });
    if (query.get("continue") === "second") page("b", "third");
    else if (query.get("continue")) answerStatus(response, 410, "the continue token is too old");
    else if (query.get("limit")) page("a", "second");
    else page("all");
  });
  const pods = await kube.list("v1", "Pod", { namespace: "store-a", labelSelector: "storeyard.dev/store" });
  expect(pods).toEqual([{ apiVersion: "v1", kind: "Pod", metadata: { name: "all" } }]);
  expect(sent("GET").at(-1)?.query.get("labelSelector")).toBe("storeyard.dev/store");
});

test("an absent object is null for find and no error for delete", async () => {
  const kube = await kubeThatAnswers(({ response }) => answerStatus(response, 404, "not found"));
  expect(await kube.find(pod)).toBeNull();
  expect(await kube.delete(pod)).toBe("absent");
  expect(JSON.parse(sent("DELETE")[0]?.body ?? "")).toMatchObject({ propagationPolicy: "Background" });
});

test("logs returns the last lines, on request of the previous run", async () => {
  const kube = await kubeThatAnswers(({ response }) => response.end("one\ntwo\n"));
  const request = { namespace: "store-a", pod: "a-0", container: "shop", tailLines: 2, previous: true };
  expect(await kube.logs(request)).toBe("one\ntwo\n");
  const query = sent("GET").at(-1)?.query;
  expect(query?.get("previous")).toBe("true");
  expect(query?.get("tailLines")).toBe("2");
});
