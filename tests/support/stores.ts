import { randomBytes } from "node:crypto";
import type { StoreType } from "@/lib/domain/store";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/store-resource";
import { type Answer, request } from "./api-client";
import type { Follower } from "./follow-events";
import type { TestApp } from "./start-app";
import { readTestInstallation } from "./test-installation";

/** A name that no other test uses. */
export function freshName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString("hex")}`;
}

/** The fullest type that this installation offers. */
export function bestType(): StoreType {
  return readTestInstallation().env.WOOCOMMERCE_AVAILABLE === "true" ? "woocommerce" : "wordpress";
}

export async function createStore(app: TestApp, name: string, more: object = {}): Promise<StoreResource> {
  const answer = await request<StoreResource>(app, "POST", "/api/stores", {
    name,
    type: bestType(),
    ...more,
  });
  if (answer.status !== 202) throw new Error(`create ${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export function deleteStore(app: TestApp, name: string): Promise<Answer<StoreResource>> {
  return request(app, "DELETE", `/api/stores/${name}`);
}

export function untilPhase(follower: Follower, name: string, phase: string): Promise<StoreEvent> {
  return follower.until(
    `${name} to be ${phase}`,
    ({ storeName, detail }) => storeName === name && detail.kind === "store.phase" && detail.phase === phase,
  );
}

export function untilForgotten(follower: Follower, name: string): Promise<StoreEvent> {
  return follower.until(
    `${name} to be gone`,
    ({ storeName, detail }) => storeName === name && detail.kind === "store.forgotten",
  );
}
