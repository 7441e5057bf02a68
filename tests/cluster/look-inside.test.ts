import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";
import { request } from "../support/api-client";
import { followEvents } from "../support/follow-events";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, freshName, untilPhase } from "../support/stores";
import { readTestInstallation } from "../support/test-installation";
import { visitShop } from "../support/visit-shop";

let app: TestApp;
let store: StoreResource;
const name = freshName("inside");

beforeAll(async () => {
  app = await startApp();
  const follower = await followEvents(app);
  store = await createStore(app, name);
  await untilPhase(follower, name, "ready");
  follower.close();
});
afterAll(async () => {
  await request(app, "DELETE", `/api/stores/${name}`);
  await app.close();
});

describe("the inspection of a store", () => {
  it("shows the state of its objects and the usage of its quota", async () => {
    const { body } = await request<StoreObjectsResource>(app, "GET", `/api/stores/${name}/objects`);
    const states = body.objects.map(({ kind, state, status }) => `${kind} ${state}: ${status}`);
    expect(states).toEqual(
      expect.arrayContaining([
        "Deployment ok: 1 of 1 ready",
        "StatefulSet ok: 1 of 1 ready",
        "Namespace ok: Active",
      ]),
    );
    const pods = body.quota.find(({ resource }) => resource === "pods");
    expect(pods).toMatchObject({ used: "2" });
  });

  it("shows its usage, or that the usage is unavailable", async () => {
    const measure = () => request<StoreUsageResource>(app, "GET", `/api/stores/${name}/usage`);
    // A kubelet reports a pod's usage a moment after the pod has started.
    await expect
      .poll(async () => (await measure()).body.gaps.some(({ reason }) => reason === "not_yet"), {
        timeout: 90_000,
        interval: 2_000,
      })
      .toBe(false);
    const { cpu, memory, disks, gaps, measuredAt } = (await measure()).body;
    const missing = gaps.flatMap(({ of }) => of);
    expect(missing.includes("memory")).toBe(memory === null);
    expect(missing.includes("disk")).toBe(disks.length === 0);
    if (readTestInstallation().clusterKind === "local") expect(missing).toEqual(["disk"]);
    if (cpu === null || memory === null) return;
    const mib = 2 ** 20;
    expect(memory.used).toBeGreaterThan(mib);
    expect(memory.used).toBeLessThan(memory.most as number);
    expect(cpu.used).toBeGreaterThan(0);
    expect(Date.now() - Date.parse(measuredAt as string)).toBeLessThan(180_000);
  });

  it("shows its Helm release without secrets", async () => {
    const { body } = await request<{ revision: number; manifest: string }>(
      app,
      "GET",
      `/api/stores/${name}/release`,
    );
    expect(body).toMatchObject({ revision: 1, status: "deployed", namespace: `store-${name}` });
    expect(body.manifest).toContain("kind: Deployment");
    expect(body.manifest).not.toContain("kind: Secret\n");
  });

  it("shows the logs of its shop and its database", async () => {
    const shop = await request<string>(app, "GET", `/api/stores/${name}/logs?component=shop`);
    expect(shop.body).toContain("Set-up done");
    const database = await request<string>(app, "GET", `/api/stores/${name}/logs?component=database&tail=5`);
    expect(database.body.trim().split("\n").length).toBeLessThanOrEqual(5);
  });

  it("streams the log of its shop", async () => {
    const gone = new AbortController();
    const response = await fetch(`${app.origin}/api/stores/${name}/logs/stream?component=shop&tail=1`, {
      headers: { authorization: `Bearer ${app.token}` },
      signal: gone.signal,
    });
    const mark = `/looked-for-${name}`;
    let seen = "";
    const reading = (async () => {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        seen += chunk;
        if (seen.includes(mark)) return;
      }
    })();
    await visitShop(store.url + mark);
    await reading;
    gone.abort();
    expect(seen).toMatch(/^id: \d{4}-.*Z\nevent: line\ndata: \{.*looked-for/m);
  });
});

describe("the sign-in to the admin pages without a password", () => {
  const open = () =>
    request<{ url: string; fields: Record<string, string> }>(
      app,
      "POST",
      `/api/stores/${name}/admin-session`,
    );

  it("signs in the first browser that presents the ticket, and no other", async () => {
    const { status, body } = await open();
    expect(status).toBe(200);
    expect(body.url.startsWith(`${store.url}/`)).toBe(true);
    const [one, two] = await Promise.all([1, 2].map(() => visitShop(body.url, { form: body.fields })));
    const [let_in, turned_away] = one?.status === 303 ? [one, two] : [two, one];
    expect(let_in?.headers.location).toBe(`${store.url}/wp-admin/`);
    expect(turned_away?.status).toBe(403);
    expect(turned_away?.headers["set-cookie"]).toBeUndefined();
    const cookie = (let_in?.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]).join("; ");
    const dashboard = await visitShop(`${store.url}/wp-admin/`, { cookie });
    expect(dashboard.status).toBe(200);
    expect(dashboard.body).toContain('id="wpadminbar"');
  });

  it("accepts only a valid ticket that is posted", async () => {
    const { body } = await open();
    const asLink = await visitShop(`${body.url}?ticket=${body.fields.ticket}`);
    expect(asLink.status).toBe(403);
    expect((await visitShop(body.url, { form: { ticket: "0".repeat(64) } })).status).toBe(403);
    expect((await visitShop(body.url, { form: {} })).status).toBe(403);
  });

  it("is a page that submits itself in a browser", async () => {
    const response = await fetch(`${app.origin}/api/stores/${name}/admin-session`, {
      method: "POST",
      headers: { authorization: `Bearer ${app.token}`, accept: "text/html" },
    });
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none';.*form-action http:/,
    );
    expect(await response.text()).toContain(`action="${store.url}/storeyard-sign-in"`);
  });
});
