import { describe, expect, it } from "vitest";
import type { EventDetail } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { namespaceExists } from "../support/kubectl";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { visitShop } from "../support/visit-shop";

/** Every step of a create, each with one of the moments of a delete. */
const crashes: [create: string, remove: string][] = [
  ["operation.started", "operation.queued"],
  ["step.started namespace", "operation.started"],
  ["step.started chart", "step.started remove"],
  ["step.started disk", "step.waiting remove"],
  ["step.started database", "operation.started"],
  ["step.started shop", "step.started remove"],
  ["step.started verify", "step.waiting remove"],
];

describe("kill -9 of the app", () => {
  it.concurrent.each(crashes)(
    "at %s of a create and %s of a delete: the next start finishes both",
    async (create, remove) => {
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

/** Kills the app when the moment's event comes, starts it again and follows its events from there on. */
async function crashAt(app: TestApp, name: string, moment: string, after = 0): Promise<Follower> {
  const events = await followEvents(app, { lastEventId: after });
  await events.until(moment, ({ storeName, detail }) => storeName === name && momentOf(detail) === moment);
  await app.kill9();
  await app.restart();
  return followEvents(app, { lastEventId: after });
}

function momentOf(detail: EventDetail): string {
  return "step" in detail ? `${detail.kind} ${detail.step}` : detail.kind;
}
