import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Phase, StoreType } from "@/lib/domain/store";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { type Answer, request } from "./api-client";
import type { Follower } from "./follow-events";
import type { AppAddress } from "./start-app";
import { readTestInstallation } from "./test-installation";

/** A name that no other test uses. */
export function freshName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString("hex")}`;
}

/** WooCommerce if this installation offers it, otherwise WordPress. */
export function bestType(): StoreType {
  return readTestInstallation().env.WOOCOMMERCE_AVAILABLE === "true" ? "woocommerce" : "wordpress";
}

/** Of the fullest type there is, unless another one is named. */
export async function createStore(
  app: AppAddress,
  name: string,
  more: { type?: StoreType; [field: string]: unknown } = {},
): Promise<StoreResource> {
  const type = more.type ?? bestType();
  const answer = await request<StoreResource>(app, "POST", "/api/stores", { name, ...more, type });
  if (answer.status !== 202) throw new Error(`create ${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export function deleteStore(app: AppAddress, name: string): Promise<Answer<StoreResource>> {
  return request(app, "DELETE", `/api/stores/${name}`);
}

/** Deletes the stores that a failed test left, and waits until all are gone: an app that has ended removes nothing. */
export async function deleteAllStores(app: AppAddress): Promise<void> {
  const giveUpAt = Date.now() + 120_000;
  for (;;) {
    const { body } = await request<{ stores: StoreResource[] }>(app, "GET", "/api/stores?limit=100");
    if (body.stores.length === 0) return;
    for (const { name, phase } of body.stores) if (phase !== "deleting") await deleteStore(app, name);
    if (Date.now() > giveUpAt) throw new Error("Stores are left that can't be deleted within two minutes.");
    await delay(300);
  }
}

/** Waits for the event with this phase. Throws with the cause if the store fails instead. */
export async function untilPhase(
  follower: Follower,
  name: string,
  phase: Phase,
  timeoutMs?: number,
): Promise<StoreEvent> {
  const event = await follower.until(
    `${name} to be ${phase}`,
    ({ storeName, detail }) =>
      storeName === name && detail.kind === "store.phase" && [phase, "failed"].includes(detail.phase),
    timeoutMs,
  );
  const { detail } = event;
  if (detail.kind === "store.phase" && detail.phase !== phase) {
    throw new Error(`${name} failed: ${JSON.stringify(detail.cause)}`);
  }
  return event;
}

export function untilForgotten(follower: Follower, name: string): Promise<StoreEvent> {
  return follower.until(
    `${name} to be gone`,
    ({ storeName, detail }) => storeName === name && detail.kind === "store.forgotten",
  );
}
