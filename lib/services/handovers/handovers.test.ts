import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { handovers, operations, plans, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreEvent } from "@/lib/domain/store-event";
import { storeEventStream } from "@/lib/http/streams/store-event-stream";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { getStore } from "@/lib/services/stores/get-store";
import { listStores } from "@/lib/services/stores/list-stores";
import { streamEvents } from "@/lib/services/stores/store-events";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { addMember } from "../members/add-member";
import { listMembers } from "../members/list-members";
import { acceptHandover } from "./accept-handover";
import { declineHandover } from "./decline-handover";
import { listHandovers } from "./list-handovers";
import { offerHandover } from "./offer-handover";
import { withdrawHandover } from "./withdraw-handover";

const absent = expect.objectContaining({ code: "not_found" });
const conflict = expect.objectContaining({ code: "conflict" });

const create = (ctx: Ctx, name: string) =>
  createStore(ctx, createStoreInput.parse({ name, type: "wordpress" }));

function annsStore() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const bob = platform.as("bob@example.com");
  create(ann, "blue");
  return { platform, ann, bob };
}

const offer = (ctx: Ctx, email = "bob@example.com") => offerHandover(ctx, "blue", email);

function capPlan({ deps }: TestPlatform, storesPerUser: number) {
  deps.db.update(plans).set({ storesPerUser }).where(eq(plans.id, "standard")).run();
}

describe("an offered store", () => {
  it("keeps its owner until the recipient accepts, and both see the offer", () => {
    const { ann, bob } = annsStore();
    const { id } = offer(ann);
    expect(() => getStore(bob, "blue")).toThrow(absent);
    expect(listHandovers(ann)).toMatchObject([{ id, toMe: false, to: "bob@example.com" }]);
    expect(listHandovers(bob)).toMatchObject([{ id, toMe: true, from: "ann@example.com" }]);
    expect(acceptHandover(bob, id)).toMatchObject({ role: "owner", owner: { email: "bob@example.com" } });
  });

  it("is offered to one account at a time, and not to its owner", () => {
    const { ann, platform } = annsStore();
    platform.as("eve@example.com");
    expect(() => offer(ann, "ann@example.com")).toThrow(conflict);
    offer(ann);
    expect(() => offer(ann, "eve@example.com")).toThrow(/already offered to bob@example\.com/);
  });

  it("cannot be accepted or declined by another account", () => {
    const { ann, platform } = annsStore();
    const { id } = offer(ann);
    const root = platform.as("root@example.com", "admin");
    for (const who of [ann, root]) {
      expect(() => acceptHandover(who, id)).toThrow(absent);
      expect(() => declineHandover(who, id)).toThrow(absent);
    }
    expect(getStore(ann, "blue").role).toBe("owner");
  });

  it.each([
    ["withdrawn", (ann: Ctx) => withdrawHandover(ann, "blue")],
    ["declined", (_: Ctx, bob: Ctx, id: string) => declineHandover(bob, id)],
    [
      "expired after 14 days",
      ({ app }: Ctx) => app.db.update(handovers).set({ expiresAt: new Date() }).run(),
    ],
  ])("and %s can no longer be accepted, but can be offered again", (_how, end) => {
    const { ann, bob } = annsStore();
    const { id } = offer(ann);
    end(ann, bob, id);
    expect(listHandovers(bob)).toEqual([]);
    expect(() => acceptHandover(bob, id)).toThrow(absent);
    expect(acceptHandover(bob, offer(ann).id).role).toBe("owner");
  });

  it("cannot be accepted once it is being deleted", () => {
    const { ann, bob } = annsStore();
    const { id } = offer(ann);
    deleteStore(ann, "blue");
    expect(listHandovers(bob)).toEqual([]);
    expect(() => acceptHandover(bob, id)).toThrow(absent);
  });
});

describe("the recipient's limits", () => {
  it("are checked on acceptance", () => {
    const { ann, bob, platform } = annsStore();
    const { id } = offer(ann);
    create(bob, "red");
    capPlan(platform, 1);
    expect(() => acceptHandover(bob, id)).toThrow(
      expect.objectContaining({ code: "limit_reached", message: expect.stringContaining("storesPerUser") }),
    );
    expect(getStore(ann, "blue").role).toBe("owner");
    capPlan(platform, 2);
    acceptHandover(bob, id);
    expect(getStore(bob, "blue").role).toBe("owner");
  });

  it("do not count a failed store whose namespace is gone", () => {
    const { ann, bob, platform } = annsStore();
    const { id } = offer(ann);
    platform.deps.db.update(stores).set({ phase: "failed", releasedAt: new Date() }).run();
    capPlan(platform, 0);
    expect(acceptHandover(bob, id).role).toBe("owner");
  });
});

describe("the previous owner", () => {
  it("loses access to the store, and its other members keep theirs", () => {
    const { ann, bob, platform } = annsStore();
    const eve = platform.as("eve@example.com");
    addMember(ann, "blue", { email: "eve@example.com", role: "viewer" });
    addMember(ann, "blue", { email: "bob@example.com", role: "viewer" });
    acceptHandover(bob, offer(ann).id);
    expect(() => getStore(ann, "blue")).toThrow(absent);
    expect(listStores(ann).stores).toEqual([]);
    expect(getStore(eve, "blue").role).toBe("viewer");
    expect(listMembers(eve, "blue").map(({ email, role }) => [email, role])).toEqual([
      ["bob@example.com", "owner"],
      ["eve@example.com", "viewer"],
    ]);
  });

  it("gets no event of it after the transfer, neither replayed nor live", async () => {
    const { ann, bob, platform } = annsStore();
    const heard: StoreEvent[] = [];
    const end = new AbortController();
    const listening = (async () => {
      for await (const event of streamEvents(ann, {}, "now", end.signal)) heard.push(event);
    })();
    acceptHandover(bob, offer(ann).id);
    create(ann, "green");
    deleteStore(bob, "blue");
    // What is published is published in the order of the log: once green is heard, blue was passed over.
    await expect.poll(() => heard.some(({ storeName }) => storeName === "green")).toBe(true);
    end.abort();
    await listening;
    expect(heard.filter(({ storeName }) => storeName === "blue")).toEqual([]);
    const replayed = platform.deps.events.list({ memberId: ann.actor.userId }, 0);
    expect(new Set(replayed.map(({ storeName }) => storeName))).toEqual(new Set(["green"]));
  });

  it("gets the new owner on an open stream, which then ends", async () => {
    const { ann, bob } = annsStore();
    const request = new Request("http://localhost:3000/api/stores/blue/events");
    const reader = storeEventStream(request, ann, { store: "blue" }).body?.getReader();
    const { id } = offer(ann);
    acceptHandover(bob, id);
    let heard = "";
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      heard += new TextDecoder().decode(piece.value);
    }
    expect(heard).toMatch(/event: lost\ndata: \{.*"newOwners":\{"[^"]+":"bob@example.com"\}\}\n\n$/);
  });
});

it("operations of a transferred store count for the new owner, and its timeline shows the transfer", () => {
  const { ann, bob, platform } = annsStore();
  acceptHandover(bob, offer(ann).id);
  expect(platform.deps.db.select().from(operations).all()).toMatchObject([{ ownerId: bob.actor.userId }]);
  const kinds = platform.allEvents().map(({ detail }) => detail.kind);
  expect(kinds.slice(-2)).toEqual(["store.handover", "store.owner"]);
  expect(platform.allEvents().at(-1)?.ownerId).toBe(bob.actor.userId);
});
