import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { operations, stores, users } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { getEngine } from "@/lib/engines/get-engine";
import { ShopRefusedError, ShopUnreachableError } from "@/lib/engines/shop-client";
import { kindNames } from "@/lib/operations/kinds";
import { admitIdentity } from "@/lib/services/accounts/admit-identity";
import { changeUser } from "@/lib/services/accounts/change-user";
import { deleteUser } from "@/lib/services/accounts/delete-user";
import type { Ctx } from "@/lib/services/app-context";
import { acceptHandover } from "@/lib/services/handovers/accept-handover";
import { offerHandover } from "@/lib/services/handovers/offer-handover";
import { addMember } from "@/lib/services/members/add-member";
import { changeMember } from "@/lib/services/members/change-member";
import { removeMember } from "@/lib/services/members/remove-member";
import { startOperation } from "@/lib/services/operations/start-operation";
import { createStore } from "@/lib/services/stores/create-store";
import { openAdmin } from "@/lib/services/stores/open-admin";
import { operationStates, runNext } from "@/tests/support/run-next";
import { createTestPlatform } from "@/tests/support/test-platform";

/** Ann's ready store blue with a manager and a viewer, and the passwords that its shop received. */
async function sharedStore() {
  const platform = createTestPlatform();
  const people = {
    ann: platform.as("ann@example.com"),
    manager: platform.as("manager@example.com"),
    viewer: platform.as("viewer@example.com"),
    root: platform.as("root@example.com", "admin"),
  };
  createStore(people.ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  addMember(people.ann, "blue", { email: "manager@example.com", role: "manager" });
  addMember(people.ann, "blue", { email: "viewer@example.com", role: "viewer" });
  const set: { password: string; revokesPrograms?: boolean }[] = [];
  const errors: Error[] = [];
  getEngine(platform.deps.engines, "woocommerce").setOwnerPassword = async (_, password, options) => {
    const error = errors.shift();
    if (error) throw error;
    set.push({ password, ...options });
    return "admin";
  };
  const requested = () => operationStates(platform).filter((each) => each.startsWith("end-admin-sessions"));
  return { platform, ...people, set, errors, requested };
}

const claimant = { owner: "test", createDeadlineMs: 60_000, kinds: kindNames };

type Shared = Awaited<ReturnType<typeof sharedStore>>;
const idOf = (ctx: Ctx) => ctx.actor.userId;

describe("the shop's admin sessions end", () => {
  it.each<[string, (shared: Shared) => unknown]>([
    ["a manager is removed", ({ ann, manager }) => removeMember(ann, "blue", idOf(manager))],
    ["a manager leaves", ({ manager }) => removeMember(manager, "blue", idOf(manager))],
    ["a manager becomes a viewer", ({ ann, manager }) => changeMember(ann, "blue", idOf(manager), "viewer")],
    [
      "the account of a manager is disabled",
      ({ root, manager }) => changeUser(root, idOf(manager), { disabled: true }),
    ],
    ["the account of a manager is deleted", ({ root, manager }) => deleteUser(root, idOf(manager))],
    [
      "the store is handed over",
      ({ ann, viewer }) => acceptHandover(viewer, offerHandover(ann, "blue", "viewer@example.com").id),
    ],
    [
      "a manager's address was registered by somebody else and is verified by its owner",
      ({ platform, manager }) => {
        const byAddress = eq(users.email, "manager@example.com");
        platform.deps.db.update(users).set({ selfRegistered: true }).where(byAddress).run();
        const identity = { provider: "github", subject: "1", email: "manager@example.com" };
        admitIdentity({ ...manager, actor: null }, identity);
      },
    ],
    [
      "the owner's account is deleted and its stores go to another one",
      ({ root, ann }) => deleteUser(root, idOf(ann), { handOverTo: "viewer@example.com" }),
    ],
  ])("when %s", async (_, act) => {
    const shared = await sharedStore();
    act(shared);
    expect(shared.requested()).toEqual(["end-admin-sessions queued"]);
    await runNext(shared.platform);
    expect(shared.set).toEqual([{ password: expect.stringMatching(/^.{30,}$/), revokesPrograms: true }]);
    expect(shared.requested()).toEqual(["end-admin-sessions done"]);
    const stored = [shared.platform.allEvents(), shared.platform.deps.db.select().from(operations).all()];
    expect(JSON.stringify(stored)).not.toContain(shared.set[0]?.password);
  });

  it.each<[string, (shared: Shared) => unknown]>([
    ["a viewer is removed", ({ ann, viewer }) => removeMember(ann, "blue", idOf(viewer))],
    ["a viewer becomes a manager", ({ ann, viewer }) => changeMember(ann, "blue", idOf(viewer), "manager")],
    [
      "an account is made an admin",
      ({ root, manager }) => changeUser(root, idOf(manager), { role: "admin" }),
    ],
    [
      "a manager of a store that does not run is removed",
      ({ platform, ann, manager }) => {
        platform.deps.db.update(stores).set({ phase: "failed" }).run();
        removeMember(ann, "blue", idOf(manager));
      },
    ],
  ])("not when %s", async (_, act) => {
    const shared = await sharedStore();
    act(shared);
    expect(shared.requested()).toEqual([]);
  });

  describe("of a shop that an admin of the installation opened", () => {
    async function openedShop() {
      const shared = await sharedStore();
      const chief = shared.platform.as("chief@example.com", "admin");
      const opened = { path: "/sign-in", fields: {} };
      const app = { ...chief.app, openAdmin: async () => opened };
      await openAdmin({ ...chief, app } as unknown as Ctx, "blue", { safeMode: false });
      return { ...shared, chief };
    }

    it.each<[string, (ctx: Ctx, id: string) => unknown]>([
      ["is demoted", (ctx, id) => changeUser(ctx, id, { role: "member" })],
      ["is disabled", (ctx, id) => changeUser(ctx, id, { disabled: true })],
      ["is deleted", (ctx, id) => deleteUser(ctx, id)],
    ])("when the admin %s", async (_, act) => {
      const { root, chief, requested } = await openedShop();
      act(root, idOf(chief));
      expect(requested()).toEqual(["end-admin-sessions queued"]);
    });

    it("not if the admin did not open it", async () => {
      const { platform, root, requested } = await openedShop();
      changeUser(root, idOf(platform.as("other@example.com", "admin")), { role: "member" });
      expect(requested()).toEqual([]);
    });

    it("not if the admin manages the store", async () => {
      const { ann, root, chief, requested } = await openedShop();
      addMember(ann, "blue", { email: "chief@example.com", role: "manager" });
      changeUser(root, idOf(chief), { role: "member" });
      expect(requested()).toEqual([]);
    });

    it("not if a member of the installation, who was an admin before, is disabled", async () => {
      const { platform, root, chief, requested } = await openedShop();
      changeUser(root, idOf(chief), { role: "member" });
      await runNext(platform);
      changeUser(root, idOf(chief), { disabled: true });
      expect(requested()).toEqual(["end-admin-sessions done"]);
    });
  });

  it("once if two users lose access at the same time", async () => {
    const { ann, viewer, manager, requested } = await sharedStore();
    changeMember(ann, "blue", idOf(viewer), "manager");
    removeMember(ann, "blue", idOf(viewer));
    removeMember(ann, "blue", idOf(manager));
    expect(requested()).toEqual(["end-admin-sessions queued"]);
  });

  it("on request, after the shop answers again", async () => {
    const { ann, platform, set, errors, requested } = await sharedStore();
    errors.push(new ShopUnreachableError("it answered 503"));
    startOperation(ann, "blue", "end-admin-sessions");
    await runNext(platform);
    expect(requested()).toEqual(["end-admin-sessions done"]);
    expect(set).toHaveLength(1);
  });

  it("fail with the shop's reason if it refuses until the deadline", async () => {
    const { ann, platform, errors } = await sharedStore();
    errors.push(new ShopRefusedError("Setting the password failed: the shop answered 409."));
    startOperation(ann, "blue", "end-admin-sessions");
    await runNext(platform, undefined, undefined, new Date(0));
    expect(platform.deps.db.select().from(operations).all().at(-1)).toMatchObject({
      state: "failed",
      cause: { code: "application_error", message: "Setting the password failed: the shop answered 409." },
    });
  });
});

it("other operations of the store do not wait for a shop that does not answer", async () => {
  const { ann, platform } = await sharedStore();
  startOperation(ann, "blue", "end-admin-sessions");
  startOperation(ann, "blue", "verify");
  expect(platform.deps.operations.claim(claimant, new Date())).toMatchObject({ kind: "end-admin-sessions" });
  expect(platform.deps.operations.claim(claimant, new Date())).toMatchObject({ kind: "verify" });
});
