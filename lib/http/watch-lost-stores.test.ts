import { beforeEach, describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { Ctx } from "@/lib/services/context";
import { acceptHandover } from "@/lib/services/handovers/accept-handover";
import { offerHandover } from "@/lib/services/handovers/offer-handover";
import { addMember } from "@/lib/services/members/add-member";
import { removeMember } from "@/lib/services/members/remove-member";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform } from "@/tests/support/test-platform";
import { watchLostStores } from "./watch-lost-stores";

let ann: Ctx;
let bob: Ctx;
let root: Ctx;
let storeId: string;

beforeEach(() => {
  const platform = createTestPlatform();
  ann = platform.as("ann@example.com");
  bob = platform.as("bob@example.com");
  root = platform.as("root@example.com", "admin");
  storeId = createStore(ann, createStoreInput.parse({ name: "blue", type: "wordpress" })).id;
});

function listen(who: Ctx) {
  const told: string[] = [];
  const stores = watchLostStores(who);
  return { told, note: stores.note, stop: stores.tell((message) => told.push(message)) };
}

const lost = () => `event: lost\ndata: {"storeIds":["${storeId}"]}\n\n`;

describe("a reader of all their stores' events", () => {
  it("hears that a store was handed over, and its new owner nothing of the kind", () => {
    const [before, after, admin] = [ann, bob, root].map(listen);
    acceptHandover(bob, offerHandover(ann, "blue", "bob@example.com").id);
    expect(before?.told).toEqual([lost()]);
    expect([after?.told, admin?.told]).toEqual([[], []]);
  });

  it("hears that they are no member any more, of a store that they came to while they listened too", () => {
    const { told, note } = listen(bob);
    addMember(ann, "blue", { email: "bob@example.com", role: "viewer" });
    note(bob.app.events.list({ storeId }, 0, 100).at(-1) as StoreEvent);
    removeMember(ann, "blue", bob.actor.userId);
    expect(told).toEqual([lost()]);
  });

  it("hears nothing once they are gone", () => {
    const { told, stop } = listen(ann);
    stop();
    acceptHandover(bob, offerHandover(ann, "blue", "bob@example.com").id);
    expect(told).toEqual([]);
  });
});
