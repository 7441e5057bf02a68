import { describe, expect, it } from "vitest";
import { storeMembers } from "@/lib/db/schema";
import type { Scope } from "@/lib/domain/actor";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { type StoreRole, type StoreVerb, storeVerbs } from "@/lib/domain/store-role";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform } from "@/tests/support/test-platform";
import { getStoreFor } from "./get-store-for";

/** The verbs that each role allows; it refuses all others. */
const may: Record<StoreRole, StoreVerb[]> = {
  viewer: ["read", "leave"],
  manager: ["read", "leave", "operate", "enter"],
  owner: ["read", "leave", "operate", "enter", "manage-members", "hand-over", "delete"],
};

function storeWith(role: StoreRole | "stranger" | "admin") {
  const platform = createTestPlatform();
  const owner = platform.as("ann@example.com");
  const { id: storeId } = createStore(owner, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  if (role === "owner") return owner;
  const other = platform.as("bob@example.com", role === "admin" ? "admin" : "member");
  if (role === "viewer" || role === "manager") {
    const { userId } = other.actor;
    platform.deps.db.insert(storeMembers).values({ storeId, userId, role, createdAt: new Date() }).run();
  }
  return other;
}

function answer({ app, actor }: Ctx, verb: StoreVerb): string {
  try {
    return getStoreFor(app.db, actor, "blue", verb).name;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const withScope = (ctx: Ctx, scope: Scope): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, credential: { kind: "token", id: "t", scope } },
});

describe("access to a store", () => {
  it.each(Object.entries(may))("of its %s is limited to that role", (role, allowed) => {
    const ctx = storeWith(role as StoreRole);
    for (const verb of storeVerbs) {
      expect([verb, answer(ctx, verb)]).toEqual([verb, allowed.includes(verb) ? "blue" : "forbidden"]);
    }
  });

  it("of a non-member is refused with not_found", () => {
    const stranger = storeWith("stranger");
    for (const verb of storeVerbs) expect(answer(stranger, verb)).toBe("not_found");
  });

  it("of an admin is unlimited", () => {
    const admin = storeWith("admin");
    for (const verb of storeVerbs) expect(answer(admin, verb)).toBe("blue");
  });

  it("of an admin with a token of a smaller scope is that of a member", () => {
    const admin = storeWith("admin");
    expect(answer(withScope(admin, "write"), "read")).toBe("not_found");
    expect(answer(withScope(admin, "admin"), "read")).toBe("blue");
  });

  it("with a read-only token is limited to reading", () => {
    const owner = withScope(storeWith("owner"), "read");
    for (const verb of storeVerbs) expect(answer(owner, verb)).toBe(verb === "read" ? "blue" : "forbidden");
  });

  it("with a write token is limited to the account's role", () => {
    const viewer = withScope(storeWith("viewer"), "write");
    expect(answer(viewer, "read")).toBe("blue");
    expect(answer(viewer, "operate")).toBe("forbidden");
  });
});
