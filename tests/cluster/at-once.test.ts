import { afterAll, beforeAll, expect, it } from "vitest";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { namespaceExists } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { bestType, createStore, deleteStore, freshName, untilForgotten } from "../support/stores";

let app: TestApp;
let events: Follower;

beforeAll(async () => {
  app = await startApp();
  events = await followEvents(app);
});
afterAll(async () => {
  events.close();
  await app.close();
});

it("two creates of the same name at once: one wins, the other is told that the name is taken", async () => {
  const name = freshName("twice");
  const body = { name, type: bestType() };
  const answers = await Promise.all([
    request(app, "POST", "/api/stores", body),
    request(app, "POST", "/api/stores", body),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: "conflict",
    field: "name",
  });
  await deleteStore(app, name);
  await untilForgotten(events, name);
});

it.concurrent.each(["namespace", "chart", "database", "shop"])(
  "a store deleted while its create is at the step %s is gone without a trace",
  async (step) => {
    const name = freshName("halfway");
    await createStore(app, name);
    await events.until(
      `the step ${step}`,
      ({ storeName, detail }) => storeName === name && detail.kind === "step.started" && detail.step === step,
    );
    expect(await deleteStore(app, name)).toMatchObject({ status: 202, body: { phase: "deleting" } });
    await untilForgotten(events, name);
    expect(await namespaceExists(`store-${name}`)).toBe(false);
    const ready = events.seen.some(
      ({ storeName, detail }) =>
        storeName === name && detail.kind === "store.phase" && detail.phase === "ready",
    );
    expect(ready).toBe(false);
  },
);
