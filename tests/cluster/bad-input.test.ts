import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "@/lib/http/resources/problem-resource";
import { request } from "../support/api-client";
import { kubectl } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { bestType } from "../support/stores";
import { readTestInstallation } from "../support/test-installation";

let app: TestApp;
let namespacesBefore: string[];

const listNamespaces = async () => (await kubectl("get", "namespaces", "-o", "name")).split("\n");

beforeAll(async () => {
  namespacesBefore = await listNamespaces();
  app = await startApp();
});
afterAll(async () => {
  const { body } = await request<{ stores: unknown[] }>(app, "GET", "/api/stores");
  await app.close();
  expect(body.stores).toEqual([]);
  expect((await listNamespaces()).filter((name) => !namespacesBefore.includes(name))).toEqual([]);
});

const badNames: [string, unknown][] = [
  ["empty", ""],
  ["64 characters", "a".repeat(64)],
  ["upper case", "Store"],
  ["reserved: www", "www"],
  ["reserved: admin", "admin"],
  ["reserved: kube-system", "kube-system"],
  ["a leading digit", "1store"],
  ["a trailing hyphen", "store-"],
  ["a space", "my store"],
  ["a line break", "store\n"],
  ["a shell's command substitution", "$(reboot)"],
  ["a shell's separator", "a;rm -rf /"],
  ["an option", "--set=x=y"],
  ["YAML's mapping", "a: b"],
  ["YAML's block", "a\nkind: Secret"],
  ["a template", "{{ .Values }}"],
  ["a path", "../../etc/passwd"],
  ["an IDN", "mañana"],
  ["a number", 7],
  ["an array", ["store"]],
  ["null", null],
];

describe("an invalid store name", () => {
  it.each(badNames)("is refused with a message: %s", async (_what, name) => {
    const answer = await request<Problem>(app, "POST", "/api/stores", { name, type: bestType() });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid", field: "name" } });
    expectSentence(answer.body);
  });
});

const badBodies: [string, unknown, number][] = [
  ["an empty body", "", 400],
  ["text that is not JSON", "name=store1", 400],
  ["truncated JSON", '{"name":"store1"', 400],
  ["a list", [], 422],
  ["a string", '"store1"', 422],
  ["no name", { type: "wordpress" }, 422],
  ["no type", { name: "store1" }, 422],
  ["an unknown type", { name: "store1", type: "magento" }, 422],
  ["an unknown field", { name: "store1", type: "wordpress", image: "evil" }, 422],
  ["a duplicate key", '{"name":"a","name":"store1","type":"wordpress"}', 400],
  ["10 MB", JSON.stringify({ name: "store1", type: "wordpress", title: "x".repeat(10 * 2 ** 20) }), 413],
];

describe.each(["/api/stores", "/stores"])("an invalid body to %s", (path) => {
  it.each(badBodies)("is refused with a message: %s", async (_what, body, status) => {
    const answer = await request<Problem>(app, "POST", path, body);
    expect(answer.status).toBe(status);
    expectSentence(answer.body);
  });
});

it("an unavailable store type is refused with the reason", async () => {
  if (readTestInstallation().env.WOOCOMMERCE_AVAILABLE === "true") return;
  const { body: types } = await request<{ types: { type: string; available: boolean; reason?: string }[] }>(
    app,
    "GET",
    "/api/store-types",
  );
  const woocommerce = types.types.find(({ type }) => type === "woocommerce");
  expect(woocommerce).toMatchObject({ available: false, reason: expect.stringMatching(/\w+ \w+.*\.$/) });
  const answer = await request<Problem>(app, "POST", "/api/stores", { name: "shop1", type: "woocommerce" });
  expect(answer).toMatchObject({ status: 503, body: { code: "unavailable", field: "type" } });
  expect(answer.body.detail).toContain(woocommerce?.reason);
});

it("requests without a token, or with a wrong one, are refused", async () => {
  for (const headers of [new Headers(), new Headers({ authorization: "Bearer sy_wrong" })]) {
    for (const path of ["/api/stores", "/api/stores/store1", "/api/events"]) {
      const answer = await fetch(`${app.origin}${path}`, { headers });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  }
});

function expectSentence(problem: Problem): void {
  expect(problem.detail).toMatch(/^[A-Z“].* .*[.]$/s);
  expect(problem.detail.length).toBeLessThan(300);
}
