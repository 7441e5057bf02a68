import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit, users } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { getStore } from "@/lib/services/stores/get-store";
import { getTimeline } from "@/lib/services/stores/store-events";
import { createTestPlatform } from "@/tests/support/test-platform";
import { addMember } from "./add-member";
import { changeMember } from "./change-member";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";

const absent = expect.objectContaining({ code: "not_found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const conflict = expect.objectContaining({ code: "conflict" });

/** Ann owns the store blue. Bob has an account and is not a member. */
function annsStore() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const bob = platform.as("bob@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "wordpress" }));
  return { platform, ann, bob, root: platform.as("root@example.com", "admin") };
}

const add = (ctx: Ctx, email: string, role: "manager" | "viewer") => addMember(ctx, "blue", { email, role });
const onlyReading = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, credential: { kind: "token", id: "t", scope: "read" } },
});

describe("a new member", () => {
  it("sees the store and its whole timeline, including who added them", () => {
    const { ann, bob } = annsStore();
    expect(() => getStore(bob, "blue")).toThrow(absent);
    expect(add(ann, "bob@example.com", "viewer")).toMatchObject({ email: "bob@example.com", role: "viewer" });
    expect(getStore(bob, "blue").role).toBe("viewer");
    expect(getTimeline(bob, "blue").notes).toMatchObject([
      { message: "ann@example.com added bob@example.com as viewer" },
    ]);
    expect(listMembers(bob, "blue").map(({ email, role }) => [email, role])).toEqual([
      ["ann@example.com", "owner"],
      ["bob@example.com", "viewer"],
    ]);
  });

  it("may do what their role allows, and nothing else", () => {
    const { ann, bob, platform } = annsStore();
    platform.as("eve@example.com");
    add(ann, "bob@example.com", "manager");
    expect(() => add(bob, "eve@example.com", "viewer")).toThrow(forbidden);
    expect(() => changeMember(bob, "blue", bob.actor.userId, "viewer")).toThrow(forbidden);
    expect(() => removeMember(bob, "blue", ann.actor.userId)).toThrow(forbidden);
    expect(() => deleteStore(bob, "blue")).toThrow(forbidden);
  });

  it("must have an account that is not disabled and not yet a member", () => {
    const { ann, bob, platform } = annsStore();
    expect(() => add(ann, "nobody@example.com", "viewer")).toThrow(
      expect.objectContaining({ code: "not_found", field: "email" }),
    );
    expect(() => add(ann, "ann@example.com", "viewer")).toThrow(conflict);
    platform.deps.db
      .update(users)
      .set({ disabledAt: new Date() })
      .where(eq(users.id, bob.actor.userId))
      .run();
    expect(() => add(ann, "bob@example.com", "viewer")).toThrow(
      expect.objectContaining({ code: "conflict", field: "email" }),
    );
  });
});

describe("a member who leaves", () => {
  it("can remove themselves and then loses access to the store", () => {
    const { ann, bob } = annsStore();
    add(ann, "bob@example.com", "viewer");
    removeMember(bob, "blue", bob.actor.userId);
    expect(() => getStore(bob, "blue")).toThrow(absent);
    expect(getTimeline(ann, "blue").notes.at(-1)?.message).toBe("bob@example.com left");
  });

  it("cannot leave with a read-only token", () => {
    const { ann, bob } = annsStore();
    add(ann, "bob@example.com", "viewer");
    expect(() => removeMember(onlyReading(bob), "blue", bob.actor.userId)).toThrow(forbidden);
  });

  it("or gets another role causes streams to check access again", () => {
    const { ann, bob, platform } = annsStore();
    let rung = 0;
    platform.app.accessChanges.subscribe(() => {
      rung += 1;
    });
    add(ann, "bob@example.com", "manager");
    changeMember(ann, "blue", bob.actor.userId, "viewer");
    removeMember(ann, "blue", bob.actor.userId);
    expect(rung).toBe(2);
  });

  it("cannot be the owner", () => {
    const { ann, root } = annsStore();
    expect(() => removeMember(ann, "blue", ann.actor.userId)).toThrow(conflict);
    expect(() => removeMember(root, "blue", ann.actor.userId)).toThrow(conflict);
    expect(() => changeMember(root, "blue", ann.actor.userId, "viewer")).toThrow(conflict);
  });

  it("who does not exist is answered with not_found", () => {
    const { ann, bob } = annsStore();
    expect(() => removeMember(ann, "blue", bob.actor.userId)).toThrow(absent);
    expect(() => changeMember(ann, "blue", bob.actor.userId, "viewer")).toThrow(absent);
  });
});

it("an admin's action on a user's store is audited on behalf of its owner", () => {
  const { ann, root, platform } = annsStore();
  add(root, "bob@example.com", "viewer");
  const rows = platform.deps.db.select().from(audit).where(eq(audit.action, "addMember")).all();
  expect(rows).toMatchObject([
    {
      actorEmail: "root@example.com",
      onBehalfOf: ann.actor.userId,
      target: "blue",
      detail: { member: "bob@example.com", role: "viewer" },
    },
  ]);
});
