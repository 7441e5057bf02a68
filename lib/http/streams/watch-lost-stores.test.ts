import { beforeEach, describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { Ctx } from "@/lib/services/app-context";
import { acceptHandover } from "@/lib/services/handovers/accept-handover";
import { offerHandover } from "@/lib/services/handovers/offer-handover";
import { withdrawHandover } from "@/lib/services/handovers/withdraw-handover";
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

function listen(who: Ctx, after: number | "now" = "now") {
  const told: string[] = [];
  const stores = watchLostStores(who, { storeId: null, after });
  return { told, note: stores.note, stop: stores.tell((message) => told.push(message)) };
}

const lost = (newOwners: Record<string, string> = {}) =>
  `event: lost\ndata: ${JSON.stringify({ storeIds: [storeId], newOwners })}\n\n`;
const handedOver = () => lost({ [storeId]: "bob@example.com" });

describe("the reader of an account's events", () => {
  it("receives that a store was transferred and to whom; the new owner receives no such notice", () => {
    const [before, after, admin] = [ann, bob, root].map((who) => listen(who));
    acceptHandover(bob, offerHandover(ann, "blue", "bob@example.com").id);
    expect(before?.told).toEqual([handedOver()]);
    expect([after?.told, admin?.told]).toEqual([[], []]);
  });

  it("receives the end of a membership, also of one that began during the stream", () => {
    const { told, note } = listen(bob);
    addMember(ann, "blue", { email: "bob@example.com", role: "viewer" });
    note(bob.app.events.list({ storeId }, 0, 100).at(-1) as StoreEvent);
    removeMember(ann, "blue", bob.actor.userId);
    expect(told).toEqual([lost()]);
  });

  it("receives after a reconnect the losses since then, except stores that it has access to again", () => {
    const [annLeft, bobLeft] = [ann.app.events.lastSeq(), ann.app.events.lastSeq()];
    addMember(ann, "blue", { email: "bob@example.com", role: "viewer" });
    removeMember(ann, "blue", bob.actor.userId);
    expect(listen(bob, bobLeft).told).toEqual([lost()]);
    expect(listen(bob, bob.app.events.lastSeq()).told).toEqual([]);
    acceptHandover(bob, offerHandover(ann, "blue", "bob@example.com").id);
    expect(listen(ann, annLeft).told).toEqual([handedOver()]);
    expect(listen(bob, bobLeft).told).toEqual([]);
    expect(listen(root, 0).told).toEqual([]);
  });

  it("receives no notice when an offer is withdrawn", () => {
    const { told, note } = listen(bob);
    offerHandover(ann, "blue", "bob@example.com");
    note(bob.app.events.list({ storeId }, 0, 100).at(-1) as StoreEvent);
    withdrawHandover(ann, "blue");
    bob.app.accessChanges.notify();
    expect(told).toEqual([]);
  });

  it("receives nothing after it disconnected", () => {
    const { told, stop } = listen(ann);
    stop();
    acceptHandover(bob, offerHandover(ann, "blue", "bob@example.com").id);
    expect(told).toEqual([]);
  });
});
