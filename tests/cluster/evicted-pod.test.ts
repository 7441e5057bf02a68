import { expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { kubectl, listObjects } from "../support/kubectl";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();

it("a pod that is evicted for a full /tmp is in the timeline with the reason, and is removed", async () => {
  const { app, events } = followed;
  const name = freshName("evicted");
  const namespace = `store-${name}`;
  await createStore(app, name);
  const ready = await untilPhase(events, name, "ready");

  // The kubelet measures volumes about once a minute.
  await kubectl(
    ...["exec", "-n", namespace, `deployment/${name}-shop`, "-c", "shop", "--"],
    ...["sh", "-c", "dd if=/dev/zero of=/tmp/full bs=1M count=1200 2> /dev/null"],
  );
  const warning = await events.until(
    "the eviction to be reported",
    ({ storeName, detail }) =>
      storeName === name && detail.kind === "store.warning" && detail.cause.code === "evicted",
    200_000,
  );
  expect(warning.message).toContain(
    "'s pod was evicted: its temporary volume tmp exceeded the limit of 1 GB.",
  );

  await events.until(
    "the store to be ready again",
    ({ seq, storeName, detail }) =>
      seq > ready.seq && storeName === name && detail.kind === "store.phase" && detail.phase === "ready",
  );
  const phases = async () =>
    (await listObjects(namespace, "pods"))
      .filter(({ metadata }) => metadata.labels?.["app.kubernetes.io/component"] === "shop")
      .map(({ status }) => (status as { phase: string }).phase);
  await expect.poll(phases, { timeout: 30_000, interval: 500 }).toEqual(["Running"]);
  const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
  expect(body).toMatchObject({ phase: "ready", cause: null });
  const drift = events.seen.filter(
    ({ storeName, detail }) => storeName === name && detail.kind === "store.drift",
  );
  expect(drift.map(({ message }) => message)).toEqual([]);
  await deleteStore(app, name);
  await untilForgotten(events, name);
});
