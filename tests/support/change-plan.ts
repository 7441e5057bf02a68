import { expect } from "vitest";
import { request } from "./api-client";
import type { FollowedApp } from "./use-followed-app";

/** Changes the plan of a ready store and waits for the end of the operation. Returns the kind of the event that ended it. */
export async function changePlan({ app, events }: FollowedApp, name: string, plan: string): Promise<string> {
  const before = events.seen.at(-1)?.seq ?? 0;
  expect((await request(app, "PATCH", `/api/stores/${name}`, { plan })).status).toBe(202);
  const { detail } = await events.until(
    "the plan change to end",
    ({ seq, storeName, detail }) =>
      seq > before &&
      storeName === name &&
      (detail.kind === "operation.finished" || detail.kind === "operation.failed"),
  );
  return detail.kind;
}
