import { describe, expect, it } from "vitest";
import type { EventDetail } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/store-resource";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { namespaceExists } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { visitShop } from "../support/visit-shop";

type Moment = { kind: EventDetail["kind"]; step?: string };

/** Every step of a create, each with one of the moments of a delete. */
const crashes: { create: Moment; remove: Moment }[] = [
  { create: { kind: "operation.started" }, remove: { kind: "operation.queued" } },
  { create: { kind: "step.started", step: "namespace" }, remove: { kind: "operation.started" } },
  { create: { kind: "step.started", step: "chart" }, remove: { kind: "step.started", step: "remove" } },
  { create: { kind: "step.started", step: "disk" }, remove: { kind: "step.waiting", step: "remove" } },
  { create: { kind: "step.started", step: "database" }, remove: { kind: "operation.started" } },
  { create: { kind: "step.started", step: "shop" }, remove: { kind: "step.started", step: "remove" } },
  { create: { kind: "step.started", step: "order" }, remove: { kind: "step.waiting", step: "remove" } },
];

describe("kill -9 of the app", () => {
  it.concurrent.each(crashes)(
    "at $create.kind $create.step of a create and $remove.kind $remove.step of a delete: a restart finishes it",
    async ({ create, remove }) => {
      const app = await startApp();
      const name = freshName("crash");
      try {
        await createStore(app, name);
        let events = await crashAt(app, name, create);
        await untilPhase(events, name, "ready");
        const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
        expect((await visitShop(`${body.url}/`)).status).toBe(200);

        const readyAt = events.seen.at(-1)?.seq ?? 0;
        events.close();
        await deleteStore(app, name);
        events = await crashAt(app, name, remove, readyAt);
        await untilForgotten(events, name);
        expect(await namespaceExists(`store-${name}`)).toBe(false);
        events.close();
      } finally {
        await app.close();
      }
    },
  );
});

/** Kills the app when the moment's event comes, starts it again and follows its events from the first on. */
async function crashAt(app: TestApp, name: string, moment: Moment, after = 0): Promise<Follower> {
  const events = await followEvents(app, { lastEventId: after });
  await events.until(
    `${moment.kind} ${moment.step ?? ""}`,
    ({ storeName, detail }) =>
      storeName === name &&
      detail.kind === moment.kind &&
      (moment.step === undefined || ("step" in detail && detail.step === moment.step)),
  );
  await app.kill9();
  await app.restart();
  return followEvents(app, { lastEventId: after });
}
