import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { peerHeader } from "@/lib/auth/request-origin";
import { requestTargetHeader } from "@/lib/auth/requested-page";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { createToken } from "@/lib/services/accounts/tokens";
import { createStore } from "@/lib/services/stores/create-store";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { createAppServer } from "./server";

let server: Server;
let origin: string;
let platform: TestPlatform;
let token: string;

beforeEach(async () => {
  platform = createTestPlatform();
  serveWith(platform.app);
  const ann = platform.as("ann@example.com");
  token = createToken(platform.app, ann.actor.userId, { name: "test", scope: "read" }).token;
  createStore(ann, createStoreInput.parse({ name: "blue", type: "wordpress" }));
  server = createAppServer((request, response) => {
    response.setHeader("peer", request.headers[peerHeader] ?? "");
    response.setHeader("target", request.headers[requestTargetHeader] ?? "");
    response.end(`the framework: ${request.method} ${request.url}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const ask = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  fetch(`${origin}${path}`, { headers });

it("a stream sends missed and new events, and ends when its reader disconnects", async () => {
  const abort = new AbortController();
  const response = await fetch(`${origin}/api/stores/blue/events?after=0`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("x-request-id")).not.toBeNull();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("operation.queued")) text += (await reader?.read())?.value ?? "";
  createStore(
    platform.as("bob@example.com"),
    createStoreInput.parse({ name: "not-hers", type: "wordpress" }),
  );
  platform.app.events.append(platform.deps.db as never, storeOf("blue"), {
    message: "blue was repaired",
    detail: { kind: "store.drift", object: "Service blue" },
  });
  while (!text.includes("store.drift")) text += (await reader?.read())?.value ?? "";
  expect(text).not.toContain("not-hers");
  abort.abort();
  await expect(reader?.read()).rejects.toThrow();
});

it("a stream without access is refused like other routes", async () => {
  expect((await ask("/api/events", {})).status).toBe(401);
  const missing = await ask("/api/stores/red/events");
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ code: "not_found" });
  expect((await ask("/api/stores/%ff/events")).status).toBe(400);
});

it("every other request goes to the framework", async () => {
  for (const path of ["/", "/api/stores", "/api/events/more", "/api/stores/a/b/events"]) {
    expect(await (await ask(path)).text()).toBe(`the framework: GET ${path}`);
  }
  const options = await fetch(`${origin}/api/events`, { method: "OPTIONS" });
  expect(await options.text()).toBe("the framework: OPTIONS /api/events");
});

it("a write to a short path reaches the framework at its API path", async () => {
  const created = await fetch(`${origin}/stores?x=1`, { method: "POST" });
  expect(await created.text()).toBe("the framework: POST /api/stores?x=1");
});

it("the client address is that of the connection, whatever header the client sends", async () => {
  const response = await ask("/", { [peerHeader]: "203.0.113.7" });
  expect(response.headers.get("peer")).toBe("127.0.0.1");
});

it("an unsupported method is refused with a problem, whatever the body", async () => {
  const refused = await fetch(`${origin}/api/events?after=0`, { method: "POST", body: "x".repeat(100_000) });
  expect(refused.status).toBe(405);
  expect(refused.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect(await refused.json()).toMatchObject({ code: "invalid", detail: expect.stringContaining("POST") });
  const head = await fetch(`${origin}/api/links/redeem`, { method: "HEAD" });
  expect([head.status, head.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
});

function storeOf(name: string) {
  const event = platform.allEvents().find(({ storeName }) => storeName === name);
  return { id: event?.storeId ?? "", name, ownerId: event?.ownerId ?? "" };
}

it("the framework hears the address of the request, whatever the client says of it", async () => {
  const answer = await ask("/audit?q=tea%20pots", { [requestTargetHeader]: "/elsewhere" });
  expect(answer.headers.get("target")).toBe("/audit?q=tea%20pots");
});
