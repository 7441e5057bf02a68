import { expect, it } from "vitest";
import { request } from "../support/api-client";
import { namespaceExists } from "../support/kubectl";
import { bestType, createStore, deleteStore, freshName, untilForgotten } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();

it("one of two concurrent creates of the same name succeeds, and the other is refused because the name is taken", async () => {
  const name = freshName("twice");
  const body = { name, type: bestType() };
  const answers = await Promise.all([
    request(followed.app, "POST", "/api/stores", body),
    request(followed.app, "POST", "/api/stores", body),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: "conflict",
    field: "name",
  });
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
});

it.concurrent.each(["namespace", "chart", "database", "shop"])(
  "a store that is deleted during the create step %s leaves no object",
  async (step) => {
    const name = freshName("halfway");
    await createStore(followed.app, name);
    await followed.events.until(
      `the step ${step}`,
      ({ storeName, detail }) => storeName === name && detail.kind === "step.started" && detail.step === step,
    );
    expect(await deleteStore(followed.app, name)).toMatchObject({ status: 202, body: { phase: "deleting" } });
    await untilForgotten(followed.events, name);
    expect(await namespaceExists(`store-${name}`)).toBe(false);
    const ready = followed.events.seen.some(
      ({ storeName, detail }) =>
        storeName === name && detail.kind === "store.phase" && detail.phase === "ready",
    );
    expect(ready).toBe(false);
  },
);
