import { describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { streamEvents } from "@/lib/services/stores/store-events";
import { createTestPlatform } from "@/tests/support/test-platform";
import { deleteUser } from "../accounts/delete-user";
import { addMember } from "../members/add-member";
import { declineHandover } from "./decline-handover";
import { offerHandover } from "./offer-handover";
import { withdrawHandover } from "./withdraw-handover";

const create = (ctx: Ctx, name: string) =>
  createStore(ctx, createStoreInput.parse({ name, type: "wordpress" }));

function annsStore() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const bob = platform.as("bob@example.com");
  create(ann, "blue");
  return { platform, ann, bob };
}

const offer = (ctx: Ctx, name = "blue") => offerHandover(ctx, name, "bob@example.com");

/** Everything that somebody's stream of all stores says, as it comes. */
function follow(who: Ctx, after: number | "now" = "now") {
  const heard: StoreEvent[] = [];
  const end = new AbortController();
  void (async () => {
    for await (const event of streamEvents(who, {}, after, end.signal)) heard.push(event);
  })();
  const told = () =>
    heard.map(({ detail }) => (detail.kind === "store.handover" ? detail.offered : detail.kind));
  return { heard, told, stop: () => end.abort() };
}

describe("the recipient of an offer", () => {
  it("gets the events of the offer and its end, and no others of the store", async () => {
    const { ann, bob, platform } = annsStore();
    const live = follow(bob);
    offer(ann);
    platform.as("eve@example.com");
    addMember(ann, "blue", { email: "eve@example.com", role: "viewer" });
    withdrawHandover(ann, "blue");
    await expect.poll(live.told).toEqual([true, false]);
    await expect.poll(follow(bob, 0).told).toEqual([true, false]);
    live.stop();
  });

  it("gets an event when the offer becomes void by a delete or another transfer", async () => {
    const { ann, bob, platform } = annsStore();
    platform.as("eve@example.com");
    create(ann, "red");
    const live = follow(bob);
    offer(ann);
    offer(ann, "red");
    await expect.poll(live.told).toEqual([true, true]);
    deleteStore(ann, "blue");
    deleteUser(platform.as("root@example.com", "admin"), ann.actor.userId, { handOverTo: "eve@example.com" });
    await expect.poll(live.told).toEqual([true, true, false, false]);
    live.stop();
  });

  it("who declines it causes an event for the owner", async () => {
    const { ann, bob } = annsStore();
    const live = follow(ann);
    declineHandover(bob, offer(ann).id);
    await expect
      .poll(() => live.heard.at(-1)?.detail)
      .toMatchObject({ kind: "store.handover", email: "bob@example.com", declined: true });
    live.stop();
  });

  it("is the only account that gets these events", async () => {
    const { ann, platform } = annsStore();
    const stranger = platform.as("eve@example.com");
    const eve = follow(stranger);
    offer(ann);
    create(stranger, "green");
    await expect.poll(() => eve.heard.length).toBeGreaterThan(0);
    expect(eve.heard.filter(({ storeName }) => storeName === "blue")).toEqual([]);
    eve.stop();
  });
});
