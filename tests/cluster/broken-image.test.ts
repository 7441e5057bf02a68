import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { namespaceExists } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";

let app: TestApp;
let events: Follower;

beforeAll(async () => {
  app = await startApp({
    env: { WORDPRESS_IMAGE: "localhost/storeyard/none:missing", CREATE_DEADLINE_MS: "60000" },
  });
  events = await followEvents(app);
});
afterAll(async () => {
  events.close();
  await app.close();
});

it("a store whose image can't be pulled fails with that cause, is cleaned up and releases its name", async () => {
  const name = freshName("broken");
  await createStore(app, name);
  await untilPhase(events, name, "failed");
  await events.until(
    "the clean-up",
    ({ detail }) => detail.kind === "step.finished" && detail.step === "cleanup",
  );

  const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
  expect(body).toMatchObject({ phase: "failed", readyAt: null, cause: { code: "image_unavailable" } });
  expect(body.cause?.message).toContain("localhost/storeyard/none:missing");
  expect(body.cause?.next).toBeTruthy();
  const failed = events.seen.find(({ detail }) => detail.kind === "operation.failed")?.detail;
  expect(failed).toMatchObject({ operation: "create", diagnosis: { warnings: expect.any(Array) } });
  expect(await namespaceExists(`store-${name}`)).toBe(false);

  await createStore(app, name);
  await deleteStore(app, name);
  await untilForgotten(events, name);
});
