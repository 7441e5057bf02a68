import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { transact } from "@/lib/db/connect";
import { audit, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createTestPlatform } from "@/tests/support/test-platform";
import { recordAudit } from "../record-audit";
import { createStore } from "../stores/create-store";
import { deleteStore } from "../stores/delete-store";
import type { AuditFilter } from "./audit-filter";
import { exportAudit, listAudit } from "./list-audit";

let root: Ctx;
let ann: Ctx;
let bob: Ctx;

beforeEach(() => {
  const platform = createTestPlatform();
  root = platform.as("root@example.com", "admin");
  ann = platform.as("ann@example.com");
  bob = platform.as("bob@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "wordpress" }));
  createStore(bob, createStoreInput.parse({ name: "red", type: "wordpress" }));
  deleteStore(root, "blue");
  recordAudit(platform.deps.db, bob, {
    action: "deleteStore",
    target: { type: "store", name: "blue" },
    result: "not_found",
  });
});

const seen = (who: Ctx, filter: AuditFilter = {}) =>
  listAudit(who, filter).entries.map(
    ({ actorEmail, action, target, result }) => `${actorEmail?.split("@")[0]} ${action} ${target} ${result}`,
  );

const all = [
  "bob deleteStore blue not_found",
  "root deleteStore blue ok",
  "bob createStore red ok",
  "ann createStore blue ok",
];

describe("the audit log", () => {
  it("shows admins everything, newest first, with the owner whose store an admin acted on", () => {
    expect(seen(root)).toEqual(all);
    expect(listAudit(root).entries[1]?.onBehalfOf).toEqual({
      id: ann.actor.userId,
      email: "ann@example.com",
    });
  });

  it("shows others their own actions and actions on their stores", () => {
    expect(seen(ann)).toEqual(["root deleteStore blue ok", "ann createStore blue ok"]);
    expect(seen(bob)).toEqual(["bob deleteStore blue not_found", "bob createStore red ok"]);
  });

  it("hides an admin's address from others", () => {
    const [theirs, own] = listAudit(ann).entries;
    expect([theirs?.address, theirs?.userAgent, theirs?.credentialId]).toEqual([null, null, null]);
    expect([own?.address, own?.userAgent]).toEqual(["127.0.0.1", "tests"]);
    expect(listAudit(root).entries[3]?.address).toBe("127.0.0.1");
  });

  it("shows a store's entries to its new owner", () => {
    ann.app.db.update(stores).set({ ownerId: bob.actor.userId }).where(eq(stores.name, "blue")).run();
    expect(seen(bob)).toEqual(all);
    expect(seen(ann)).toEqual(["ann createStore blue ok"]);
  });

  it("shows an admin with a token of a smaller scope what a member sees", () => {
    const credential = { kind: "token", id: "t", scope: "write" } as const;
    expect(seen({ ...root, actor: { ...root.actor, credential } })).toEqual(["root deleteStore blue ok"]);
  });

  it.each<[string, AuditFilter, number[]]>([
    ["actor", { actor: "Bob@example.com" }, [0, 2]],
    ["action", { action: "createStore" }, [2, 3]],
    ["target", { target: "blue" }, [0, 1, 3]],
    ["kind of target", { targetType: "token" }, []],
    ["result", { result: "not_found" }, [0]],
    ["a text", { q: "ROOT" }, [1]],
    ["several fields", { target: "blue", result: "ok" }, [1, 3]],
  ])("can be filtered by %s", (_what, filter, expected) => {
    expect(seen(root, filter)).toEqual(expected.map((n) => all[n]));
  });

  it("can be filtered by time: from inclusive, to exclusive", () => {
    const { db } = ann.app;
    for (const [n, at] of [1000, 2000, 3000].entries()) {
      recordAudit(db, root, { action: `at${n}`, target: { type: "platform", name: "x" } });
      db.$client.exec("drop trigger if exists audit_is_not_changed");
      db.update(audit)
        .set({ at: new Date(at) })
        .where(eq(audit.action, `at${n}`))
        .run();
    }
    expect(seen(root, { from: new Date(2000), to: new Date(3000) })).toEqual(["root at1 x ok"]);
  });

  it("lists each entry once over its pages", () => {
    const first = listAudit(root, { limit: 3 });
    const second = listAudit(root, { limit: 3, cursor: first.nextCursor ?? "" });
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(ids).toEqual([4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it("can be exported completely, whatever its length", () => {
    transact(ann.app.db, (tx) => {
      for (let n = 0; n < 1_200; n += 1) {
        recordAudit(tx, root, { action: "x", target: { type: "platform", name: String(n) } });
      }
    });
    const ids = [...exportAudit(root, {})].flat().map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 1_204 }, (_, n) => 1_204 - n));
    expect([...exportAudit(ann, {})].flat()).toHaveLength(2);
  });
});
